// SPDX-License-Identifier: GPL-3.0-or-later
// A form of somebody else's with lines put into it: what was there stays, and moves with the rows that come between.
#include "sheets/form_book.h"
#include "support/catch.h"
#include "support/sheet_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <zip.h>

using namespace thidua;
using namespace thidua::test;
using sheets::Cell;
using sheets::CellKind;

namespace {

std::string partIn(const std::string& bytes, const std::string& name)
{
    zip_error_t error;
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    REQUIRE(zip != nullptr);
    zip_stat_t stat;
    REQUIRE(zip_stat(zip, name.c_str(), 0, &stat) == 0);
    std::string part(stat.size, '\0');
    auto* file = zip_fopen(zip, name.c_str(), 0);
    zip_fread(file, part.data(), part.size());
    zip_fclose(file);
    zip_discard(zip);
    return part;
}

std::string fixture(const std::string& name)
{
    std::ifstream file(std::string(THIDUA_SOURCE) + "/tests/fixtures/receiver/" + name, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::vector<Cell>> lines(int count)
{
    std::vector<std::vector<Cell>> all;
    for (int i = 1; i <= count; ++i)
        all.push_back({{0, CellKind::Number, std::to_string(i)}, {1, CellKind::Text, "=Bà " + std::to_string(i)}, {2, CellKind::Text, "  A & <B> " + std::to_string(i)},
                       {6, CellKind::Text, "Lao động tiên tiến"}});
    return all;
}

std::string filled(const std::string& bytes, const sheets::FormFill& fill)
{
    const auto made = sheets::filledForm(bytes, "mau.xlsx", fill);
    INFO((made ? std::string() : made.error().key));
    REQUIRE(made);
    return *made;
}

sheets::FormFill province(int count) { return {"Mau TDKT", {0, 1, 2, 6}, 0, 8, {{8, 1, 8, false, lines(count)}}}; }

bool has(const std::string& text, const std::string& piece)
{
    INFO(piece);
    const bool found = text.find(piece) != std::string::npos;
    CHECK(found);
    return found;
}

const Cell* at(const sheets::Sheet& sheet, std::uint32_t row, std::uint32_t column)
{
    const auto found = std::ranges::find(sheet.rows, row, &sheets::Row::number);
    return found == sheet.rows.end() ? nullptr : found->at(column);
}

}

TEST_CASE("a form tells its looks, its formulas and its lists of words")
{
    const auto form = sheets::readForm(fixture("mau-tdkt.xlsx"), "mau.xlsx", "Mau TDKT");
    REQUIRE(form);
    CHECK_FALSE(form->locked);
    CHECK(form->formulas.contains({8, 17}));
    CHECK(form->formulas.contains({9, 2}));
    CHECK(form->hiddenColumns == std::set<std::uint32_t>{17, 18, 19, 20});
    REQUIRE(form->choicesAt(8, 6) != nullptr);
    CHECK(form->choicesAt(8, 6)->options.front() == "Chiến sĩ thi đua cơ sở");
    CHECK(form->choicesAt(8, 6)->beside.front() == "02");
    CHECK(form->choicesAt(8, 8)->options == std::vector<std::string>{"Giáo dục và Đào tạo", "Y tế"}); // by a name of the book
    CHECK(form->choicesAt(8, 1)->options == std::vector<std::string>{"Ông", "Bà"});
    CHECK(form->choicesAt(9, 6) == nullptr);
    CHECK(sheets::readForm(fixture("mau-tdkt.xlsx"), "mau.xlsm", "Mau TDKT").error().key == "form.only-xlsx");
    CHECK(sheets::readForm(ods(Grid{{"Họ và tên", "Lớp"}}), "a.ods", "Sheet1").error().key == "form.only-xlsx");
    CHECK(sheets::readForm("Họ và tên,Lớp\n", "a.csv", "").error().key == "form.only-xlsx");
}

TEST_CASE("rows come between and everything below moves with them, byte for byte where nothing changes")
{
    const auto before = fixture("mau-tdkt.xlsx");
    const auto after = filled(before, province(4));
    const auto sheet = partIn(after, "xl/worksheets/sheet1.xml");
    has(sheet, "<f>COUNTA(C8:C11)</f>");
    has(sheet, "COUNTIF($F$8:$F$11,");
    has(sheet, "VLOOKUP(G11,'HTKT'!$A$2:$B$20,2,FALSE)");
    for (const auto* cells : {"D1:I1", "A5:A6", "A12:B12", "F14:I14", "A15:C15", "F15:I15"})
        has(sheet, "<mergeCell ref=\"" + std::string(cells) + "\"/>");
    has(sheet, "<conditionalFormatting sqref=\"C8:C11\"><cfRule type=\"expression\" priority=\"1\" dxfId=\"0\"><formula>COUNTIF($C$8:$C$11,C8)&gt;1</formula>");
    has(sheet, "<conditionalFormatting sqref=\"A12:I12\"><cfRule type=\"expression\" priority=\"2\" dxfId=\"1\"><formula>$C$12=0</formula>");
    has(sheet, "<dataValidation sqref=\"G8:G11\"");
    has(sheet, "<brk id=\"13\"");
    has(sheet, "<row r=\"11\" ht=\"31\" customHeight=\"1\">");
    CHECK(sheet.find("<v></v>") == std::string::npos);
    const auto book = partIn(after, "xl/workbook.xml");
    has(book, "'Mau TDKT'!$A$1:$I$15");
    has(book, "'Mau TDKT'!5:6");
    has(book, "'Mau TDKT'!$C$12");
    has(book, "LVHD!$A$2:$A$3");
    has(partIn(after, "xl/comments/comment1.xml"), "ref=\"C12\"");
    has(partIn(after, "xl/drawings/commentsDrawing1.vml"), "Row>11</");
    has(partIn(after, "xl/charts/chart1.xml"), "'Mau TDKT'!$C$8:$C$12");
    has(partIn(after, "xl/drawings/drawing1.xml"), "<row>16</row>");
    const auto guide = partIn(after, "xl/worksheets/sheet6.xml");
    has(guide, "<f>'Mau TDKT'!C12</f>");
    has(guide, "<f>SUM('Mau TDKT'!A8:A11)</f>");
    // What nobody touched is the same to the byte.
    const auto parts = sheets::partsOf(after), old = sheets::partsOf(before);
    REQUIRE(parts.size() == old.size());
    for (const auto* name : {"xl/styles.xml", "xl/theme/theme1.xml", "xl/worksheets/sheet2.xml", "[Content_Types].xml", "docProps/core.xml"})
        CHECK(partIn(after, name) == partIn(before, name));
    const auto read = sheets::readBook(after, "mau.xlsx");
    REQUIRE(read);
    const auto& rows = read->sheets.front();
    CHECK(at(rows, 8, 0)->text == "1");
    CHECK(at(rows, 8, 0)->kind == CellKind::Number);
    CHECK(at(rows, 11, 1)->text == "=Bà 4"); // text, whatever it begins with
    CHECK(at(rows, 11, 1)->kind == CellKind::Text);
    CHECK(at(rows, 9, 2)->text == "  A & <B> 2");
    CHECK(at(rows, 12, 0)->text == "Tổng cộng");
    CHECK(at(rows, 15, 5)->text == "THỦ TRƯỞNG ĐƠN VỊ");
}

TEST_CASE("as many lines as the form has rows, or fewer, move nothing")
{
    const auto before = fixture("mau-tdkt.xlsx");
    const auto after = filled(before, province(1));
    has(partIn(after, "xl/worksheets/sheet1.xml"), "<f>COUNTA(C8:C8)</f>");
    CHECK(partIn(after, "xl/charts/chart1.xml") == partIn(before, "xl/charts/chart1.xml"));
    // Examples go; rows that are left stand empty.
    const auto parts = fixture("dang-ky.xlsx");
    const auto two = filled(parts, {"Đăng ký", {0, 1, 2}, 0, 7, {{6, 1, 6, true, {{{1, CellKind::Text, "Tổ 1"}}}}, {8, 3, 8, true, {{{1, CellKind::Text, "Lê Anh"}}}}}});
    const auto read = sheets::readBook(two, "a.xlsx");
    REQUIRE(read);
    CHECK(at(read->sheets.front(), 6, 1)->text == "Tổ 1");
    CHECK(at(read->sheets.front(), 6, 5) == nullptr);
    CHECK(at(read->sheets.front(), 8, 1)->text == "Lê Anh");
    CHECK(at(read->sheets.front(), 9, 1) == nullptr);
    CHECK(at(read->sheets.front(), 9, 3) == nullptr);
    CHECK(at(read->sheets.front(), 11, 1)->text == "Tổng cộng");
}

TEST_CASE("two parts of one sheet both get their room")
{
    const auto after = filled(fixture("dang-ky.xlsx"), {"Đăng ký", {0, 1}, 0, 7, {{6, 1, 6, true, lines(3)}, {8, 3, 8, true, lines(5)}}});
    const auto read = sheets::readBook(after, "a.xlsx");
    REQUIRE(read);
    const auto& rows = read->sheets.front();
    CHECK(at(rows, 8, 0)->text == "3");
    CHECK(at(rows, 9, 1)->text == "CÁ NHÂN");
    CHECK(at(rows, 14, 0)->text == "5");
    CHECK(at(rows, 15, 1)->text == "Tổng cộng");
    CHECK(at(rows, 17, 0)->text.starts_with("Ghi chú"));
    has(partIn(after, "xl/worksheets/sheet1.xml"), "COUNTIF(D6:D14,\"x\")");
    has(partIn(after, "xl/worksheets/sheet1.xml"), "<mergeCell ref=\"A17:H17\"/>");
}

TEST_CASE("days are numbers where the form shows days, texts elsewhere")
{
    const std::vector<Cell> line{{1, CellKind::Text, "Lê Anh"}, {3, CellKind::Date, "12/05/1986"}, {4, CellKind::Date, "12/05/1986"}};
    const auto after = filled(fixture("canhan.xlsx"), {"CANHAN", {1, 3, 4}, 0, 12, {{2, 30, 2, false, {line}}}});
    const auto sheet = partIn(after, "xl/worksheets/sheet1.xml");
    has(sheet, "<v>31544</v>");
    has(sheet, "<t>12/05/1986</t>");
    const auto read = sheets::readBook(after, "a.xlsx");
    CHECK(at(read->sheets.front(), 2, 3)->kind == CellKind::Date);
    CHECK(at(read->sheets.front(), 2, 3)->text == "12/05/1986");
}

TEST_CASE("formulas that cells share are written out, and the order of computing goes")
{
    auto parts = xlsxParts(MadeBook{{{"S", {{"TT", "Họ và tên", "Tổng"}}, false, {}, ""}}});
    const std::string rows = "<row r=\"2\"><c r=\"A2\"/><c r=\"B2\"/><c r=\"C2\"><f t=\"shared\" ref=\"C2:C3\" si=\"0\">A2*2</f><v>0</v></c></row>"
                             "<row r=\"3\"><c r=\"A3\"/><c r=\"B3\"/><c r=\"C3\"><f t=\"shared\" si=\"0\"/><v>0</v></c></row>"
                             "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>Tổng cộng</t></is></c><c r=\"C4\"><f>SUM(C2:C3)</f><v>0</v></c></row>";
    for (auto& [name, bytes] : parts) {
        if (name == "xl/worksheets/sheet1.xml") {
            const auto end = bytes.find("</sheetData>");
            bytes.insert(end, rows);
        }
        if (name == "[Content_Types].xml")
            bytes.insert(bytes.rfind("/>"), "><Override PartName=\"/xl/calcChain.xml\" ContentType=\"x\"/></Types"), bytes.replace(bytes.rfind("/>"), 2, ">");
        if (name == "xl/_rels/workbook.xml.rels")
            bytes.insert(bytes.find("</Relationships>"), "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain\" Target=\"calcChain.xml\"/>");
    }
    parts.emplace_back("xl/calcChain.xml", "<calcChain><c r=\"C2\" i=\"1\"/></calcChain>");
    const auto after = filled(zipped(parts), {"S", {0, 1}, 0, 2, {{2, 2, 2, false, lines(4)}}});
    const auto sheet = partIn(after, "xl/worksheets/sheet1.xml");
    for (const auto* formula : {"<f>A2*2</f>", "<f>A3*2</f>", "<f>A4*2</f>", "<f>A5*2</f>", "<f>SUM(C2:C5)</f>"})
        has(sheet, formula);
    CHECK(sheet.find("shared") == std::string::npos);
    const auto names = sheets::partsOf(after);
    CHECK(std::ranges::none_of(names, [](const auto& one) { return one.first == "xl/calcChain.xml"; }));
    CHECK(partIn(after, "xl/_rels/workbook.xml.rels").find("calcChain") == std::string::npos);
    CHECK(partIn(after, "[Content_Types].xml").find("calcChain") == std::string::npos);
    has(partIn(after, "xl/workbook.xml"), "<calcPr fullCalcOnLoad=\"1\"");
}
