// SPDX-License-Identifier: GPL-3.0-or-later
// What Word and Excel get is whole and well formed, whatever letters the texts hold.
#include "archive.h"

#include "base/xml_text.h"
#include "documents/output_file.h"
#include "documents/writers/docx_writer.h"
#include "documents/writers/html_writer.h"
#include "documents/writers/package.h"
#include "documents/writers/xlsx_writer.h"
#include "sample_papers.h"
#include "support/catch.h"

using namespace thidua;
using namespace thidua::documents;
using tests::TemporaryFolder;

namespace {

/// Every control character, what XML has no place for, half a letter, and signs of XML and of Excel's own.
std::string hostileText()
{
    std::string text = "Nguyễn";
    for (char c = 1; c < 0x20; ++c)
        text += c;
    return text + "\x7F￾￿\xC3 <b>&amp; \"_x000D_\" ]]> Hoa" + std::string(1, '\0') + ".";
}

Document hostilePaper()
{
    const auto hostile = hostileText();
    Document document;
    document.title = document.author = hostile;
    OfficialHead head;
    head.superior = head.agency = {hostile};
    head.number = head.placeDate = Runs{{hostile}};
    Table table;
    table.columns = {{40}, {60}};
    table.header = {{{{hostile}, {hostile}}}};
    table.rows = {{{{hostile}, {hostile}}}, {{{hostile, 2}}, RowKind::Group}};
    Signature signature;
    signature.signers = {{{hostile}, hostile, hostile}};
    signature.recipients = {hostile};
    signature.dateLine = Runs{{hostile}};
    document.parts = {{{}, {head, TitleBlock{hostile, {hostile}, {hostile}}, Addressees{{hostile}}, Basis{{hostile}}, AuthorityLine{hostile},
                            Paragraph{{{hostile}}}, Article{1, {{hostile}}}, table, Note{hostile}, signature, AppendixHead{hostile, {hostile}, {hostile}},
                            Ballot{head, hostile, hostile, hostile, hostile, {{hostile, hostile}}, {hostile}}}}};
    return document;
}

void checkSound(const std::filesystem::path& path)
{
    const auto files = unzipped(tests::readFile(path));
    REQUIRE(files);
    REQUIRE(files->size() > 4);
    for (const auto& [name, bytes] : *files) {
        INFO(name);
        CHECK((!isXmlPart(name) || isSoundXml(bytes)));
    }
}

}

TEST_CASE("texts with every control character make sound Word, Excel and web files", "[documents][package]")
{
    const TemporaryFolder folder;
    REQUIRE(writeDocx(hostilePaper(), folder / "a.docx").has_value());
    checkSound(folder / "a.docx");
    REQUIRE(writeXlsx(hostilePaper(), folder / "a.xlsx").has_value());
    checkSound(folder / "a.xlsx");
    REQUIRE(saveHtml(hostilePaper(), folder / "a.html").has_value());
    CHECK_FALSE(hasNonXml(tests::readFile(folder / "a.html")));
    const auto word = tests::wordText(*tests::xmlIn(folder / "a.docx", "word/document.xml"));
    CHECK(word.find("<b>&amp; \"_x000D_\" ]]> Hoa.") != std::string::npos);
    const auto strings = tests::textOf(*tests::xmlIn(folder / "a.xlsx", "xl/sharedStrings.xml"), "t");
    CHECK(strings.find("<b>&amp; \"_x005F_x000D_\" ]]> Hoa.") != std::string::npos); // as Excel must be told that these letters are meant
}

TEST_CASE("what ends a line in a text ends one in Word", "[documents][package]")
{
    const TemporaryFolder folder;
    Document document;
    document.parts = {{{}, {Paragraph{{{"một\nhai\vba"}}}}}};
    REQUIRE(writeDocx(document, folder / "a.docx").has_value());
    const auto xml = tests::xmlIn(folder / "a.docx", "word/document.xml");
    CHECK(tests::all(*xml, "w:br").size() == 2);
    CHECK(tests::wordText(*xml) == "mộthaiba");
}

TEST_CASE("texts become what XML can carry", "[documents][package]")
{
    CHECK(xmlText("Trần Thị Đào\t2") == "Trần Thị Đào\t2");
    CHECK(xmlText("a\vb\fc\rd\r\ne") == "a\nb\nc\nd\ne");
    CHECK(xmlText("a\x01\x1F￾￿b") == "ab");
    CHECK(xmlText("👍") == "👍");
    for (const char* bad : {"<a>\x01</a>", "<a>&#11;</a>", "<a>&#x1f;</a>", "<a>&#xFFFE;</a>", "<a>￾</a>", "<a>&#0;</a>", "<a>&#xD800;</a>"}) {
        CHECK(hasNonXml(bad));
        CHECK_FALSE(isSoundXml(bad));
    }
    CHECK(isSoundXml("<a>&#10;&#x1EBF;&amp;#</a>"));
    CHECK_FALSE(isSoundXml("<a>"));
}

TEST_CASE("a package that is cut or bent anywhere is not read as whole", "[documents][package]")
{
    const TemporaryFolder folder;
    REQUIRE(writeXlsx(registrationList(samples::registration()), folder / "a.xlsx").has_value());
    const auto whole = tests::readFile(folder / "a.xlsx");
    const auto files = unzipped(whole);
    REQUIRE(files);
    std::size_t tried = 0;
    for (std::size_t cut = 0; cut < whole.size(); cut += 7, ++tried) {
        const auto read = unzipped(whole.substr(0, cut));
        CHECK((!read || *read != *files));
        auto bent = whole;
        bent[cut] = static_cast<char>(bent[cut] ^ 0x10);
        const auto other = unzipped(bent);
        // Bits that say nothing of the content (a time, an attribute) may differ; the content may not.
        CHECK((!other || *other == *files || other->size() == files->size()));
        for (std::size_t i = 0; other && i < files->size(); ++i)
            CHECK(other->at(i).second == files->at(i).second);
    }
    CHECK(tried > 500);
}

TEST_CASE("a file that does not come back whole from the disk does not replace the one there", "[documents][package]")
{
    const TemporaryFolder folder;
    REQUIRE(replaceFile(folder / "a.txt", "như trước").has_value());
    const auto refused = replaceFile(folder / "a.txt", "mới", [](std::string_view read) { return read != "mới"; });
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "output.not-whole");
    CHECK(tests::readFile(folder / "a.txt") == "như trước");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), std::filesystem::directory_iterator()) == 1);
}

TEST_CASE("a cell longer than Excel takes is refused in words, never cut in silence", "[documents][package]")
{
    const TemporaryFolder folder;
    auto view = samples::registration();
    Document document = registrationList(view);
    for (auto& block : document.parts.front().blocks)
        if (auto* table = std::get_if<Table>(&block))
            table->rows.front().cells.back().value = std::string(40'000, 'x');
    const auto refused = writeXlsx(document, folder / "a.xlsx");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().key == "output.cell-too-long");
    CHECK_FALSE(std::filesystem::exists(folder / "a.xlsx"));
    REQUIRE(writeDocx(document, folder / "a.docx").has_value());
}
