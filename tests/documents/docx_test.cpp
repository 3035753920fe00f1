// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive.h"
#include "base/vietnamese.h"
#include "documents/compose.h"
#include "documents/line_fit.h"
#include "documents/measures.h"
#include "documents/writers/docx_writer.h"
#include "documents/text_writer.h"
#include "sample_papers.h"
#include "support/catch.h"

#include <algorithm>
#include <set>

using namespace thidua;
using namespace thidua::documents;
using tests::TemporaryFolder;

namespace {

std::string attribute(pugi::xml_node node, const char* child, const char* name)
{
    return node.child(child).attribute(name).value();
}

}

TEST_CASE("every paper becomes a Word file whose parts are all there and well formed", "[documents][docx]")
{
    const TemporaryFolder folder;
    for (const auto& [name, document] : samples::all()) {
        INFO(name);
        const auto path = folder / "paper.docx";
        REQUIRE(writeDocx(document, path).has_value());
        const auto names = tests::namesIn(path);
        for (const char* needed : {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/header1.xml", "word/header2.xml",
                                   "word/settings.xml", "word/_rels/document.xml.rels", "docProps/core.xml"}) {
            REQUIRE(std::find(names.begin(), names.end(), needed) != names.end());
            CHECK_NOTHROW(tests::xmlIn(path, needed));
        }
        CHECK(tests::textOf(*tests::xmlIn(path, "docProps/core.xml"), "dc:title") == document.title);
    }
}

TEST_CASE("styles used in the text exist and name Times New Roman", "[documents][docx]")
{
    const TemporaryFolder folder;
    const auto path = folder / "paper.docx";
    REQUIRE(writeDocx(submission(samples::submission()), path).has_value());
    std::set<std::string> known;
    const auto styles = tests::xmlIn(path, "word/styles.xml");
    for (const auto style : tests::all(*styles, "w:style"))
        known.insert(style.attribute("w:styleId").value());
    const auto document = tests::xmlIn(path, "word/document.xml");
    for (const auto style : tests::all(*document, "w:pStyle"))
        CHECK(known.contains(style.attribute("w:val").value()));
    CHECK(std::string(tests::all(*styles, "w:rFonts").front().attribute("w:ascii").value()) == "Times New Roman");
}

TEST_CASE("each part is a section on A4 that counts from one and hides its first number", "[documents][docx]")
{
    const TemporaryFolder folder;
    const auto path = folder / "paper.docx";
    REQUIRE(writeDocx(submission(samples::submission()), path).has_value());
    const auto xml = tests::xmlIn(path, "word/document.xml");
    const auto sections = tests::all(*xml, "w:sectPr");
    REQUIRE(sections.size() == 3);
    for (const auto section : sections) {
        CHECK(attribute(section, "w:pgSz", "w:w") == "11906");
        CHECK(attribute(section, "w:pgSz", "w:h") == "16838");
        CHECK(attribute(section, "w:pgMar", "w:left") == "1701");
        CHECK(attribute(section, "w:pgMar", "w:right") == "850");
        CHECK(attribute(section, "w:pgMar", "w:top") == "1134");
        CHECK(attribute(section, "w:pgNumType", "w:start") == "1");
        CHECK(section.child("w:titlePg"));
    }
    CHECK(tests::textOf(*tests::xmlIn(path, "word/header1.xml"), "w:instrText") == " PAGE ");
    CHECK(tests::textOf(*tests::xmlIn(path, "word/header2.xml"), "w:instrText").empty());
    const auto wide = folder / "wide.docx";
    REQUIRE(writeDocx(staffAwardList(samples::staffAwards()), wide).has_value());
    CHECK(attribute(tests::all(*tests::xmlIn(wide, "word/document.xml"), "w:sectPr").front(), "w:pgSz", "w:orient") == "landscape");
}

TEST_CASE("tables repeat their header rows, keep rows whole and their cells add up to the grid", "[documents][docx]")
{
    const TemporaryFolder folder;
    const auto path = folder / "paper.docx";
    REQUIRE(writeDocx(registrationList(samples::registration()), path).has_value());
    const auto xml = tests::xmlIn(path, "word/document.xml");
    std::size_t headers = 0;
    for (const auto table : tests::all(*xml, "w:tbl")) {
        const auto columns = tests::all(table.child("w:tblGrid"), "w:gridCol").size();
        for (const auto row : table.children("w:tr")) {
            CHECK(row.child("w:trPr").child("w:cantSplit"));
            headers += row.child("w:trPr").child("w:tblHeader") ? 1U : 0U;
            std::size_t across = 0;
            for (const auto cell : row.children("w:tc")) {
                across += cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1);
                CHECK(cell.child("w:p"));
            }
            CHECK(across == columns);
        }
    }
    CHECK(headers == 2);
    CHECK(tests::all(*xml, "w:vMerge").size() == 8);
}

TEST_CASE("a long name breaks between words in the Word head, with the motto right below the country's name", "[documents][docx]")
{
    const TemporaryFolder folder;
    auto view = samples::plan();
    view.paper.issuer.agency = {"Trường Tiểu học Hồng Dương"};
    REQUIRE(writeDocx(plan(view), folder / "a.docx").has_value());
    const auto document = tests::xmlIn(folder / "a.docx", "word/document.xml");
    std::vector<std::string> rows;
    for (const auto row : tests::all(*document, "w:tr"))
        rows.push_back(tests::wordText(row));
    const auto country = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.find("CỘNG HÒA") != std::string::npos; });
    REQUIRE(country != rows.end());
    REQUIRE(rows.end() - country > 2);
    CHECK((country + 1)->find("Độc lập") != std::string::npos);
    CHECK((country + 1)->find("TRƯỜNG TIỂU HỌC") != std::string::npos);
    CHECK(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.starts_with("HỒNG DƯƠNG"); }));
}

TEST_CASE("head and title keep their measures in Word for any length of name", "[documents][docx]")
{
    const TemporaryFolder folder;
    for (const char* school : {"Trường Tiểu học A", "Trường Tiểu học Măng Đen", "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Đăk Tăng"}) {
        auto view = samples::plan();
        view.paper.issuer.agency = {school};
        REQUIRE(writeDocx(plan(view), folder / "a.docx").has_value());
        const auto document = tests::xmlIn(folder / "a.docx", "word/document.xml");
        // The rule below the name is a third to a half of its longest line, the one on the right as wide as the motto.
        const double widest = documents::widest(headLines({upper(school)}, measures::kAgencyMaxWidth, true), 12, true);
        const auto table = tests::all(*document, "w:tbl").front();
        std::vector<double> rules;
        for (const auto border : tests::all(table, "w:pBdr")) {
            const auto indent = border.parent().child("w:ind");
            const auto cell = border.parent().parent().parent();
            const double mm = cell.child("w:tcPr").child("w:tcW").attribute("w:w").as_double() / 1440 * 25.4;
            rules.push_back(mm - 2 * indent.attribute("w:left").as_double() / 1440 * 25.4);
        }
        REQUIRE(rules.size() == 2);
        const auto [shorter, longer] = std::minmax(rules[0], rules[1]);
        CHECK(std::abs(longer - 56.2) < 0.3);
        CHECK(shorter > widest / 3);
        CHECK(shorter < widest / 2);
        // Nothing but lines of text stands in the rows: neither side moves the other.
        for (const auto row : tests::all(table, "w:tr"))
            CHECK(row.child("w:trPr").child("w:trHeight").empty());
    }
}

TEST_CASE("a long title is broken in Word as on paper, names whole", "[documents][docx]")
{
    const TemporaryFolder folder;
    auto view = samples::plan();
    view.subject = {"Về việc thành lập Hội đồng Thi đua - Khen thưởng Trường Tiểu học Măng Đen năm học 2021 - 2022"};
    REQUIRE(writeDocx(plan(view), folder / "a.docx").has_value());
    const auto document = tests::xmlIn(folder / "a.docx", "word/document.xml");
    std::vector<std::string> lines;
    for (const auto paragraph : tests::all(*document, "w:p"))
        if (std::string_view(paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value()) == "TrichYeu")
            for (const auto text : tests::all(paragraph, "w:t"))
                lines.push_back(text.text().get());
    REQUIRE(lines.size() == 2);
    CHECK(std::abs(textWidth(lines[0], 14, true) - textWidth(lines[1], 14, true)) < 40);
    CHECK((lines[0] + lines[1]).find("Măng Đen") != std::string::npos);
}

TEST_CASE("a title's name in quotation marks begins a line of its own where that costs none", "[documents]")
{
    const auto lines = balancedLines("Phát động phong trào thi đua “Chào mừng ngày Nhà giáo Việt Nam”", 110, 14, true);
    CHECK(lines == std::vector<std::string>{"Phát động phong trào thi đua", "“Chào mừng ngày Nhà giáo Việt Nam”"});
    CHECK(balancedLines("Về “A”", 110, 14, true).size() == 1);
}

TEST_CASE("a paper in Word that fills its page has no white page behind it", "[documents][docx]")
{
    const TemporaryFolder folder;
    REQUIRE(writeDocx(registrationList(samples::registration()), folder / "a.docx").has_value());
    const auto document = tests::xmlIn(folder / "a.docx", "word/document.xml");
    const auto last = document->child("w:document").child("w:body").last_child().previous_sibling(); // before the section's own
    CHECK(last.child("w:pPr").child("w:rPr").child("w:vanish"));
}

TEST_CASE("what stands before a signature goes with it to its page in Word", "[documents][docx]")
{
    const TemporaryFolder folder;
    REQUIRE(writeDocx(registrationList(samples::registration()), folder / "a.docx").has_value());
    const auto document = tests::xmlIn(folder / "a.docx", "word/document.xml");
    pugi::xml_node table;
    for (auto node : document->child("w:document").child("w:body").children("w:tbl"))
        table = node; // the last one is the signature
    REQUIRE(table);
    bool reached = false;
    for (auto node = table.previous_sibling(); node && !reached; node = node.previous_sibling()) {
        reached = std::string_view(node.name()) == "w:tbl";
        if (reached)
            CHECK_FALSE(tests::all(node.last_child().last_child(), "w:keepNext").empty());
        else
            CHECK(node.child("w:pPr").child("w:keepNext"));
    }
    CHECK(reached);
}

TEST_CASE("the Word file holds the whole text in its order", "[documents][docx]")
{
    const TemporaryFolder folder;
    const auto path = folder / "paper.docx";
    const auto document = minutes(samples::minutes());
    REQUIRE(writeDocx(document, path).has_value());
    const auto text = tests::wordText(*tests::xmlIn(path, "word/document.xml"));
    std::size_t at = 0;
    for (const auto& block : document.parts.front().blocks)
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            std::string wanted;
            for (const auto& run : paragraph->runs)
                wanted += glued(run.text);
            const auto found = text.find(wanted, at);
            REQUIRE(found != std::string::npos);
            at = found;
        }
    CHECK(text.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") != std::string::npos);
    CHECK(text.find("Trương Thị Diệu Linh") != std::string::npos);
}

TEST_CASE("a number is one word in Word: no line ends at its hyphens, while a dash between words stays one", "[documents][docx]")
{
    const TemporaryFolder folder;
    Document document;
    document.parts = {{{}, {Paragraph{{{"Thông tư số 28/2020/TT-BGDĐT, năm học 2021 - 2022"}}}}}};
    REQUIRE(writeDocx(document, folder / "a.docx").has_value());
    const auto xml = tests::xmlIn(folder / "a.docx", "word/document.xml");
    CHECK(tests::all(*xml, "w:noBreakHyphen").size() == 1);
    CHECK(tests::wordText(*xml).find("28/2020/TT-BGDĐT") != std::string::npos);
    CHECK(tests::textOf(*xml, "w:t").find("28/2020/TTBGDĐT") != std::string::npos);
    CHECK(tests::textOf(*xml, "w:t").find('-') != std::string::npos);
}

TEST_CASE("a justified paragraph that would get holes before a long number is set ragged in Word, any other is not", "[documents][docx]")
{
    const TemporaryFolder folder;
    Document document;
    document.parts = {{{}, {Basis{{"Căn cứ Điều lệ Trường tiểu học ban hành kèm theo Thông tư số 28/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo;",
                                   "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng."}}}}};
    REQUIRE(writeDocx(document, folder / "a.docx").has_value());
    const auto xml = tests::xmlIn(folder / "a.docx", "word/document.xml");
    std::vector<std::string> ways;
    for (const auto& paragraph : tests::all(*xml, "w:p"))
        if (paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value() == std::string("CanCu"))
            ways.push_back(paragraph.child("w:pPr").child("w:jc").attribute("w:val").value());
    CHECK(ways == std::vector<std::string>{"left", ""});
}

TEST_CASE("a dash between figures ends no line in Word, a dash between words does", "[documents][docx]")
{
    const TemporaryFolder folder;
    Document document;
    document.parts = {{{}, {Paragraph{{{"Tổ 4–5 – Lê Văn Thắng"}}}}}};
    REQUIRE(writeDocx(document, folder / "a.docx").has_value());
    const auto xml = tests::xmlIn(folder / "a.docx", "word/document.xml");
    CHECK(tests::textOf(*xml, "w:t").find("4–\u200D5 – Lê") != std::string::npos);
}

TEST_CASE("the same paper gives the same bytes", "[documents][docx]")
{
    const TemporaryFolder folder;
    REQUIRE(writeDocx(plan(samples::plan()), folder / "a.docx").has_value());
    REQUIRE(writeDocx(plan(samples::plan()), folder / "b.docx").has_value());
    CHECK(tests::readFile(folder / "a.docx") == tests::readFile(folder / "b.docx"));
}
