// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is no spreadsheet, or wants too much, is refused in one sentence.
#include "sheets/book.h"
#include "support/catch.h"
#include "support/scratch.h"
#include "support/sheet_files.h"
#include "text/messages.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;

namespace {

const Grid kRows = {{"Họ và tên", "Lớp"}, {"Lê Anh", "2A"}};

std::string refusal(const std::string& bytes, const std::string& name, const sheets::Limits& limits = {})
{
    const auto read = sheets::readBook(bytes, name, {}, limits);
    if (read)
        return "read";
    const auto sentence = text::sentence(read.error());
    INFO(sentence);
    CHECK(text::hasMessage(read.error().key));
    CHECK(sentence.find("“" + name + "”") != std::string::npos);
    CHECK(sentence.find('%') == std::string::npos);
    CHECK(read.error().code == ErrorCode::InputFormat);
    return read.error().key;
}

Parts with(Parts parts, const std::string& name, const std::string& bytes)
{
    for (auto& part : parts)
        if (part.first == name)
            part.second = bytes;
    return parts;
}

std::string utf16(const std::string& text)
{
    std::string out;
    for (const char c : text)
        out += std::string{c, '\0'};
    return out;
}

}

TEST_CASE("a file that is cut short, locked, old or another kind is refused by name")
{
    const auto whole = xlsx(kRows);
    REQUIRE(refusal(whole, "a.xlsx") == "read");
    for (const auto part : {4UL, 30UL, whole.size() / 2, whole.size() - 1})
        CHECK(refusal(whole.substr(0, part), "a.xlsx") == "sheet.damaged");
    const std::string ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(600, 'x');
    CHECK(refusal(ole, "a.xls") == "sheet.old-excel");
    CHECK(refusal(ole + utf16("EncryptedPackage"), "a.xlsx") == "sheet.encrypted");
    CHECK(refusal("", "a.xlsx") == "sheet.empty");
    CHECK(refusal("", "a.csv") == "sheet.empty");
    CHECK(refusal("%PDF-1.7", "a.xlsx") == "sheet.no-spreadsheet");
    CHECK(refusal("%PDF-1.7", "a.csv") == "sheet.not-text");
    CHECK(refusal("Họ tên,Lớp\n", "a.xlsx") == "sheet.no-spreadsheet");
    CHECK(refusal("<html><table><tr><td>x</td></tr></table></html>", "a.xls") == "sheet.no-spreadsheet");
    CHECK(refusal(whole, "a.csv") == "sheet.renamed");
    CHECK(refusal(whole, "a.ods") == "sheet.renamed");
    CHECK(refusal(ods(kRows), "a.xlsx") == "sheet.renamed");
    CHECK(refusal(zipped({{"word/document.xml", "<w/>"}}), "a.xlsx") == "sheet.no-spreadsheet");
    CHECK(refusal("PK\x05\x06" + std::string(18, '\0'), "a.xlsx") == "sheet.no-spreadsheet");
    CHECK(refusal(std::string("a\0b\0\0\0c", 7) + std::string(50, 'x'), "a.csv") == "sheet.not-text");
    CHECK(refusal("a,\"b\nc", "a.csv") == "sheet.open-quote");
    CHECK(refusal(zipped(with(odsParts({{{"S", kRows}}}), "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")), "a.ods") == "sheet.encrypted");
}

TEST_CASE("nothing outside the file is looked at, and no entity is expanded")
{
    const Scratch scratch;
    const std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><sst><si><t>&c;</t></si></sst>";
    const std::string outside = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><sst><si><t>&b;</t></si></sst>";
    for (const auto& xml : {bomb, outside}) {
        CHECK(refusal(zipped(with(xlsxParts({{{"S", kRows}}}), "xl/sharedStrings.xml", xml)), "a.xlsx") == "sheet.entities");
        CHECK(refusal(zipped(with(odsParts({{{"S", kRows}}}), "content.xml", xml)), "a.ods") == "sheet.entities");
    }
    CHECK(refusal(zipped(with(xlsxParts({{{"S", kRows}}}), "xl/sharedStrings.xml", "<sst><si><t>&b;</t></si></sst>")), "a.xlsx") == "sheet.damaged");
    CHECK(refusal(zipped(with(xlsxParts({{{"S", kRows}}}), "xl/sharedStrings.xml", "<sst></sst>")), "a.xlsx") == "sheet.damaged");
}

TEST_CASE("a file that swells to more than there is room for is refused, a million empty rows are nothing")
{
    sheets::Limits few;
    few.inflatedBytes = 20'000'000;
    const auto swollen = zipped(with(xlsxParts({{{"S", kRows}}}), "xl/styles.xml", "<styleSheet>" + std::string(30'000'000, ' ') + "</styleSheet>"));
    CHECK(swollen.size() < 200'000);
    CHECK(refusal(swollen, "a.xlsx", few) == "sheet.too-big");
    std::string rows;
    for (int row = 10; row < 1'000'010; ++row)
        rows += "<row r=\"" + std::to_string(row) + "\"/>";
    const auto read = sheets::readBook(xlsx(MadeBook{{{"S", kRows, false, {}, rows}}}), "a.xlsx");
    REQUIRE(read);
    CHECK(read->sheets.front().rows.size() == 2);
    // The same text in very many cells.
    MadeBook many{{{"S", kRows, false, {}, "<table:table-row table:number-rows-repeated=\"16000\"><table:table-cell table:number-columns-repeated=\"900\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"}}};
    CHECK(refusal(ods(many), "a.ods") == "sheet.too-big");
    many.sheets.front().rowsAfter = "<table:table-row><table:table-cell table:number-columns-repeated=\"9000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    CHECK(refusal(ods(many), "a.ods") == "sheet.too-wide");
    CHECK(refusal(std::string(2'000, ',') + "x", "a.csv") == "sheet.too-wide");
    few = {};
    few.cells = 3;
    CHECK(refusal(xlsx(kRows), "a.xlsx", few) == "sheet.too-big");
    few = {};
    few.fileBytes = 10;
    CHECK(refusal(xlsx(kRows), "a.xlsx", few) == "sheet.too-big");
    CHECK(refusal(zipped(with(xlsxParts({{{"S", kRows}}}), "xl/workbook.xml", [] {
                      std::string deep;
                      for (int i = 0; i < 5'000; ++i)
                          deep += "<a>";
                      return deep;
                  }())),
                  "a.xlsx") == "sheet.damaged");
}

TEST_CASE("what is no file is said to be none")
{
    const Scratch scratch;
    CHECK(sheets::readBookFile(scratch / "none.xlsx").error().key == "sheet.not-found");
    CHECK(sheets::readBookFile(scratch.folder()).error().key == "sheet.not-file");
    std::ofstream(scratch / "a.csv", std::ios::binary) << "Họ tên,Lớp\nLê Anh,2A\n";
    CHECK(sheets::readBookFile(scratch / "a.csv")->sheets.front().rows.size() == 2);
}
