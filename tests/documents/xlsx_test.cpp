// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive.h"
#include "documents/line_fit.h"
#include "documents/writers/sheet_pages.h"
#include "documents/writers/xlsx_writer.h"
#include "sample_papers.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace thidua;
using namespace thidua::documents;
using tests::TemporaryFolder;

namespace {

/// A sheet read back: text by cell address, and the raw cells.
struct Sheet {
    std::map<std::string, std::string> text;
    std::map<std::string, pugi::xml_node> cells;
    std::unique_ptr<pugi::xml_document> xml;

    std::string addressOf(const std::string& wanted) const
    {
        for (const auto& [address, value] : text)
            if (value == wanted)
                return address;
        return {};
    }
};

Sheet readSheet(const std::filesystem::path& path, const char* name)
{
    std::vector<std::string> strings;
    const auto shared = tests::xmlIn(path, "xl/sharedStrings.xml");
    for (const auto item : tests::all(*shared, "si"))
        strings.push_back(tests::textOf(item, "t"));
    Sheet sheet;
    sheet.xml = tests::xmlIn(path, name);
    for (const auto cell : tests::all(*sheet.xml, "c")) {
        const std::string address = cell.attribute("r").value();
        sheet.cells[address] = cell;
        const std::string value = cell.child("v").text().get();
        sheet.text[address] = std::string_view(cell.attribute("t").value()) == "s" ? strings.at(std::stoul(value)) : value;
    }
    return sheet;
}

}

TEST_CASE("numbers, shares and dates are real ones in the sheet", "[documents][xlsx]")
{
    const TemporaryFolder folder;
    REQUIRE(writeXlsx(decision(samples::pupilDecision()), folder / "a.xlsx").has_value());
    const auto sheet = readSheet(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
    const auto name = sheet.addressOf("Nguyễn Hải Đăng");
    REQUIRE_FALSE(name.empty());
    const auto born = sheet.cells.at("C" + name.substr(1));
    CHECK(std::string(born.attribute("t").value()).empty());
    CHECK(born.child("v").text().as_int() == 42089);  // 26/03/2015
    const auto styles = tests::xmlIn(folder / "a.xlsx", "xl/styles.xml");
    bool dayFormat = false;
    for (const auto format : tests::all(*styles, "numFmt"))
        dayFormat = dayFormat || std::string(format.attribute("formatCode").value()) == "dd/mm/yyyy";
    CHECK(dayFormat);
    CHECK(sheet.cells.at("A" + name.substr(1)).child("v").text().as_int() == 1);
    CHECK(std::string(sheet.cells.at("A" + name.substr(1)).attribute("t").value()).empty());

    REQUIRE(writeXlsx(minutes(samples::minutes()), folder / "b.xlsx").has_value());
    const auto votes = readSheet(folder / "b.xlsx", "xl/worksheets/sheet1.xml");
    bool share = false;
    for (const auto& [address, text] : votes.text)
        share = share || (address.front() == 'F' && text == "63.64");
    CHECK(share);
}

TEST_CASE("the registration sheet keeps its merged header in view and on every printed page", "[documents][xlsx]")
{
    const TemporaryFolder folder;
    REQUIRE(writeXlsx(registrationList(samples::registration()), folder / "a.xlsx").has_value());
    const auto sheet = readSheet(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
    const auto header = sheet.addressOf("Stt");
    REQUIRE_FALSE(header.empty());
    const int row = std::stoi(header.substr(1));
    bool merged = false;
    for (const auto range : tests::all(*sheet.xml, "mergeCell"))
        merged = merged || std::string(range.attribute("ref").value()) == "A" + std::to_string(row) + ":A" + std::to_string(row + 1);
    CHECK(merged);
    const auto pane = tests::all(*sheet.xml, "pane").front();
    CHECK(pane.attribute("ySplit").as_int() == row + 1);
    CHECK(std::string(pane.attribute("state").value()) == "frozen");
    const auto names = tests::textOf(*tests::xmlIn(folder / "a.xlsx", "xl/workbook.xml"), "definedName");
    CHECK(names.find("$" + std::to_string(row) + ":$" + std::to_string(row + 1)) != std::string::npos);
    CHECK(tests::all(*sheet.xml, "pageSetup").front().attribute("paperSize").as_int() == 9);
    CHECK_FALSE(sheet.addressOf("DANH SÁCH").empty());
    CHECK_FALSE(sheet.addressOf("Lý Văn Bình").empty());
    CHECK_FALSE(sheet.addressOf("TTLĐTT: 01\nLĐTT: 28\nCSTĐCS: 05").empty());
}

TEST_CASE("merged rows of a sheet have the height of their text, and pages their number", "[documents][xlsx]")
{
    const TemporaryFolder folder;
    auto view = samples::staffAwards();
    view.references.push_back(view.references.front());
    view.references.push_back(view.references.front());
    REQUIRE(writeXlsx(staffAwardList(view), folder / "a.xlsx").has_value());
    const auto sheet = readSheet(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
    // In the middle of the upper margin, not on the first page.
    CHECK(tests::textOf(*sheet.xml, "oddHeader") == "&C&P");
    CHECK(tests::all(*sheet.xml, "oddFooter").empty());
    CHECK(tests::all(*sheet.xml, "headerFooter").front().attribute("differentFirst").as_bool());
    CHECK(tests::all(*sheet.xml, "firstHeader").empty());
    // The block of signatures is one row, which no page break parts.
    std::string signers;
    for (const auto& [address, text] : sheet.text)
        if (text.find("HIỆU TRƯỞNG") != std::string::npos) {
            signers = text;
            CHECK(sheet.cells.at(address).parent().attribute("ht").as_double() > 100);
        }
    CHECK(signers.find(view.signer.name) != std::string::npos);
    double followed = 0;
    for (const auto& [address, text] : sheet.text)
        if (text.starts_with("(Theo "))
            followed = sheet.cells.at(address).parent().attribute("ht").as_double();
    CHECK(followed > 30);
}

TEST_CASE("a row of a sheet is as high as its lines are, and a centred line is broken where paper breaks it", "[documents][xlsx]")
{
    const TemporaryFolder folder;
    auto view = samples::staffAwards();
    const std::string decision = "Số 1298/QĐ-UBND ngày 27/6/2022, Chủ tịch UBND huyện Kon Plông";
    for (auto& group : view.persons)
        for (auto& row : group.rows)
            row.decision = decision;
    view.references = {{"Quyết định", {"1298", "QĐ-UBND"}, Date(2022, 6, 27), "Chủ tịch Ủy ban nhân dân huyện Kon Plông"},
                       {"Quyết định", {"1356", "QĐ-UBND"}, Date(2022, 7, 6), "Chủ tịch Ủy ban nhân dân huyện Kon Plông"}};
    REQUIRE(writeXlsx(staffAwardList(view), folder / "a.xlsx").has_value());
    const auto sheet = readSheet(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
    bool any = false;
    for (const auto& [address, text] : sheet.text) {
        if (text.starts_with("(Theo "))
            CHECK(text.find("QĐ-UBND") != std::string::npos);
        if (text.starts_with("(Theo "))
            CHECK(text.find('\n') != std::string::npos);
        if (text != decision)
            continue;
        any = true;
        CHECK(sheet.cells.at(address).parent().attribute("ht").as_double() < 40); // two lines
    }
    CHECK(any);
}

TEST_CASE("a sheet's pages keep rows together, and nothing is signed on a page of its own", "[documents][xlsx]")
{
    std::vector<SheetRow> rows(10, {10, false});
    CHECK(sheetBreaks(rows, {50, 0, 0}) == std::vector<std::size_t>{5});
    CHECK(sheetBreaks(rows, {50, 0, 1}) == std::vector<std::size_t>{5, 9});
    rows[4].keepWithNext = true;
    CHECK(sheetBreaks(rows, {50, 0, 0}) == std::vector<std::size_t>{4, 9});
    rows[7].keepWithNext = rows[8].keepWithNext = true;
    CHECK(sheetBreaks(rows, {50, 0, 0}) == std::vector<std::size_t>{4, 7});

    const TemporaryFolder folder;
    for (std::size_t count = 1; count < 60; ++count) {
        auto view = samples::staffAwards();
        view.persons.resize(1);
        view.persons.front().rows.resize(count, view.persons.front().rows.front());
        REQUIRE(writeXlsx(staffAwardList(view), folder / "a.xlsx").has_value());
        const auto sheet = readSheet(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
        int signedAt = 0;
        for (const auto& [address, text] : sheet.text)
            if (text.find("HIỆU TRƯỞNG") != std::string::npos)
                signedAt = std::stoi(address.substr(address.find_first_of("0123456789")));
        REQUIRE(signedAt > 0);
        for (const auto mark : tests::all(*sheet.xml, "brk"))
            CHECK((mark.attribute("id").as_int() == 0 || signedAt - mark.attribute("id").as_int() > 4));
        CHECK(tests::all(*sheet.xml, "pageSetup").front().attribute("fitToHeight").empty());
    }
}

/// The pictures of a sheet, in mm: the columns of a sheet are counted in figures of 8 pixels, places in a column in the units of Office.
std::vector<double> ruleLengths(const std::filesystem::path& path, const pugi::xml_document& sheet)
{
    std::vector<double> widths;
    for (const auto column : tests::all(sheet, "col"))
        for (int i = column.attribute("min").as_int(); i <= column.attribute("max").as_int(); ++i)
            widths.push_back(std::floor(column.attribute("width").as_double() * 8) * 25.4 / 96);
    const auto at = [&](const pugi::xml_node& mark) {
        double mm = mark.child("xdr:colOff").text().as_double() / 36000;
        for (std::size_t i = 0; i < mark.child("xdr:col").text().as_uint(); ++i)
            mm += widths.at(i);
        return mm;
    };
    std::vector<double> lengths;
    const auto drawing = tests::xmlIn(path, "xl/drawings/drawing1.xml");
    for (const auto anchor : tests::all(*drawing, "xdr:twoCellAnchor"))
        lengths.push_back(at(anchor.child("xdr:to")) - at(anchor.child("xdr:from")));
    return lengths;
}

TEST_CASE("a sheet has sizes and rules as on paper", "[documents][xlsx]")
{
    const TemporaryFolder folder;
    REQUIRE(writeXlsx(registrationList(samples::registration()), folder / "a.xlsx").has_value());
    const auto sheet = readSheet(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
    // Lines below agency, motto and title: pictures of one dot, drawn as long as on paper.
    const auto rules = ruleLengths(folder / "a.xlsx", *sheet.xml);
    REQUIRE(rules.size() == 3);
    const double motto = textWidth("Độc lập - Tự do - Hạnh phúc", 12, true);
    CHECK(std::ranges::any_of(rules, [motto](double rule) { return std::abs(rule - motto) < 2; }));
    // The figures of the font in which columns are counted are 8 pixels wide: together the columns are as wide as the text.
    double pixels = 0;
    for (const auto column : tests::all(*sheet.xml, "col"))
        pixels += std::floor(column.attribute("width").as_double() * 8) * (column.attribute("max").as_int() - column.attribute("min").as_int() + 1);
    CHECK(pixels * 25.4 / 96 <= 165.0);
    CHECK(pixels * 25.4 / 96 > 160.0);
    const auto styles = tests::xmlIn(folder / "a.xlsx", "xl/styles.xml");
    CHECK(std::string(tests::all(*styles, "font").front().child("name").attribute("val").value()) == "Times New Roman");
}

TEST_CASE("each table is a sheet; a paper without table is refused in words", "[documents][xlsx]")
{
    const TemporaryFolder folder;
    REQUIRE(writeXlsx(submission(samples::submission()), folder / "a.xlsx").has_value());
    CHECK_FALSE(readSheet(folder / "a.xlsx", "xl/worksheets/sheet2.xml").addressOf("Tóm tắt thành tích").empty());
    const auto refused = writeXlsx(ballots(samples::ballots()), folder / "b.xlsx");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "output.no-table");
    CHECK_FALSE(std::filesystem::exists(folder / "b.xlsx"));
}

TEST_CASE("two exports of the same paper are the same bytes", "[documents][xlsx]")
{
    const TemporaryFolder folder;
    REQUIRE(writeXlsx(registrationList(samples::registration()), folder / "a.xlsx").has_value());
    REQUIRE(writeXlsx(registrationList(samples::registration()), folder / "b.xlsx").has_value());
    CHECK(tests::readFile(folder / "a.xlsx") == tests::readFile(folder / "b.xlsx"));
}

TEST_CASE("the head of a sheet: a name that paper writes in one line is in one line, and a broken one has no gap", "[documents][xlsx]")
{
    const TemporaryFolder folder;
    auto wide = samples::staffAwards();
    wide.issuer.agency = {"Trường Tiểu học Măng Đen"};
    REQUIRE(writeXlsx(staffAwardList(wide), folder / "a.xlsx").has_value());
    const auto whole = readSheet(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
    CHECK_FALSE(whole.addressOf("TRƯỜNG TIỂU HỌC MĂNG ĐEN").empty());
    auto narrow = samples::registration();
    narrow.issuer.agency = {"Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Măng Đen"};
    REQUIRE(writeXlsx(registrationList(narrow), folder / "b.xlsx").has_value());
    const auto broken = readSheet(folder / "b.xlsx", "xl/worksheets/sheet1.xml");
    std::vector<double> heights;
    for (const auto row : tests::all(*broken.xml, "row")) {
        heights.push_back(row.attribute("ht").as_double());
        if (heights.back() < 10)
            break; // the row of the last rule
    }
    CHECK(heights.size() > 3);
    CHECK(std::ranges::all_of(heights.begin(), heights.end() - 1, [](double points) { return points > 15 && points < 16; }));
}
