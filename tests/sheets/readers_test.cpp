// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a spreadsheet is what is read, however the program that wrote it has put it.
#include "sheets/book.h"
#include "sheets/cell_values.h"
#include "support/catch.h"
#include "support/sheet_files.h"

using namespace thidua;
using namespace thidua::test;
using sheets::CellKind;

namespace {

sheets::Book book(const std::string& bytes, const std::string& name, const std::string& sheet = {})
{
    auto read = sheets::readBook(bytes, name, sheet);
    INFO((read ? std::string() : read.error().key));
    REQUIRE(read);
    return std::move(*read);
}

/// Rows as “3: a|b|”, so that they can be compared at a glance.
std::string words(const sheets::Sheet& sheet)
{
    std::string out;
    for (const auto& row : sheet.rows) {
        out += std::to_string(row.number) + ":";
        std::uint32_t column = 0;
        for (const auto& cell : row.cells) {
            for (; column < cell.column; ++column)
                out += "|";
            out += cell.text;
        }
        out += "\n";
    }
    return out;
}

std::string csvWords(const std::string& bytes) { return words(book(bytes, "a.csv").sheets.front()); }

}

TEST_CASE("an .xlsx is read cell by cell: shared, rich and inline strings, numbers, days, errors")
{
    const auto read = book(xlsx({{"Họ và tên", "Năm", "Sinh", "Lỗi"}, {}, {"r|Lê|Hòa", "n|2.0150000000000001E3", "d|33000", "e|#REF!"}, {"i|Trần  Văn & <B>", "n|0.1", "z|7", "b|1"}, {"", " ", "n|1E+20"}}), "a.xlsx");
    REQUIRE(read.sheets.size() == 1);
    const auto& sheet = read.sheets.front();
    CHECK(words(sheet) == "1:Họ và tên|Năm|Sinh|Lỗi\n3:LêHòa|2015|07/05/1990|#REF!\n4:Trần  Văn & <B>|0.1|00007|TRUE\n5:||1e+20\n");
    CHECK(sheet.rows[1].at(1)->kind == CellKind::Number);
    CHECK(sheet.rows[1].at(2)->kind == CellKind::Date);
    CHECK(sheet.rows[1].at(3)->kind == CellKind::Error);
    CHECK(sheet.rows[2].at(2)->kind == CellKind::Number);
    CHECK(sheet.rows[2].at(3)->kind == CellKind::Truth);
    CHECK(sheet.rows[2].at(7) == nullptr);
    CHECK(sheet.width == 4);
}

TEST_CASE("days are known by their format, in both calendars of Excel")
{
    CHECK(sheets::lookOf("dd/mm/yyyy;@").date);
    CHECK(sheets::lookOf("[$-42A]d \"tháng\" m \"năm\" yyyy").date);
    CHECK_FALSE(sheets::lookOf("#,##0 \"đồng\"").date);
    CHECK_FALSE(sheets::lookOf("[Red]0.00").date);
    CHECK_FALSE(sheets::lookOf("0\\d").date);
    CHECK(sheets::builtInLook(14).date);
    CHECK_FALSE(sheets::builtInLook(2).date);
    CHECK(sheets::dayText("1", false) == "01/01/1900");
    CHECK(sheets::dayText("59", false) == "28/02/1900");
    CHECK(sheets::dayText("61", false) == "01/03/1900");
    CHECK(sheets::dayText("45000.75", false) == "15/03/2023");
    CHECK(sheets::dayText("43538", true) == "15/03/2023");
    CHECK(sheets::dayText("-3", false).empty());
    CHECK(sheets::dayText("x", false).empty());
    CHECK(sheets::dayText("99999999", false).empty());
    auto made = MadeBook{{{"S", {{"d|43538"}}}}, true};
    CHECK(words(book(xlsx(made), "a.xlsx").sheets.front()) == "1:15/03/2023\n");
}

TEST_CASE("hidden sheets are passed over, one that is asked for by name is read")
{
    const MadeBook made{{{"Ẩn", {{"bí mật"}}, true}, {"Danh sách", {{"Lê Anh"}}}, {"Khác", {{"x"}}}}};
    for (const auto& [bytes, name] : {std::pair{xlsx(made), "a.xlsx"}, std::pair{ods(made), "a.ods"}}) {
        INFO(name);
        CHECK(book(bytes, name).names == std::vector<std::string>{"Ẩn", "Danh sách", "Khác"});
        CHECK(book(bytes, name).sheets.size() == 2);
        CHECK(words(book(bytes, name, "danh sách").sheets.front()) == "1:Lê Anh\n");
        CHECK(words(book(bytes, name, "Ẩn").sheets.front()) == "1:bí mật\n");
        CHECK(sheets::readBook(bytes, name, "Không có").error().key == "sheet.no-such-sheet");
    }
}

TEST_CASE("a cell merged over rows says its text in each of them")
{
    MadeBook made{{{"S", {{"Lớp", "Tên"}, {"2A", "An"}, {"", "Bình"}, {}, {"", "Chi"}}, false, {"A2:A5", "A1:B1"}}}};
    CHECK(words(book(xlsx(made), "a.xlsx").sheets.front()) == "1:Lớp|Tên\n2:2A|An\n3:2A|Bình\n5:2A|Chi\n");
}

TEST_CASE("an .ods is read likewise, its repeats counted and its notes left aside")
{
    auto read = book(ods({{"Họ và tên", "Sinh", "Mã"}, {"r|Lê|Hòa", "d|1990-05-08", "z|7"}, {}, {"e|#REF!", "n|2.5", "b|0"}}), "a.ods");
    CHECK(words(read.sheets.front()) == "1:Họ và tên|Sinh|Mã\n2:Lê  Hòa|08/05/1990|00007\n4:#REF!|2.5|FALSE\n");
    CHECK(read.sheets.front().rows[2].at(0)->kind == CellKind::Error);
    MadeBook made{{{"S", {{"a"}}, false, {}, "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x</text:p><text:p>y</text:p></table:table-cell></table:table-row>"}}};
    CHECK(words(book(ods(made), "a.ods").sheets.front()) == "1:a\n2:|x\ny|x\ny\n3:|x\ny|x\ny\n4:|x\ny|x\ny\n");
}

TEST_CASE("a .csv is read whatever it is separated by and written in")
{
    CHECK(csvWords("Họ tên,Lớp\nLê Anh,2A\n") == "1:Họ tên|Lớp\n2:Lê Anh|2A\n");
    CHECK(csvWords("\xef\xbb\xbfHọ tên;Điểm\r\n\r\nLê Anh;\"7,5\"\r\n") == "1:Họ tên|Điểm\n3:Lê Anh|7,5\n");
    CHECK(csvWords("Họ tên\tLớp\rLê Anh\t2A") == "1:Họ tên|Lớp\n2:Lê Anh|2A\n");
    CHECK(csvWords("sep=|\nA|B,C\n") == "2:A|B,C\n");
    CHECK(csvWords("a,\"b \"\"x\"\"\nc\"\n001,") == "1:a|b \"x\"\nc\n2:001\n");
    std::string wide("\xff\xfe", 2), bare;
    for (const char c : std::string("A;\xd0\n")) {
        wide += c == '\xd0' ? std::string("\x10\x01", 2) : std::string{c, '\0'};
        bare += std::string{c == '\xd0' ? 'B' : c, '\0'};
    }
    CHECK(csvWords(wide) == "1:A|Đ\n");
    CHECK(csvWords(bare) == "1:A|B\n");
    CHECK(csvWords("T\xean,L\xf5\xecp\nNguy\xea\xden Thi\xf2 \xd0\xe0o,1\n") == "1:Tên|Lớp\n2:Nguyễn Thị Đào|1\n"); // Windows-1258
    CHECK(csvWords("NguyÔn V¨n An,1\n") == "1:NguyÔn V¨n An|1\n"); // an old font's letters stay for who knows them
    CHECK(csvWords("Nguy\xd4n V\xa8n An,1\n") == "1:NguyÔn V¨n An|1\n");
}

TEST_CASE("numbers are as short as they are exact")
{
    CHECK(sheets::numberText("12", 0) == "12");
    CHECK(sheets::numberText("012", 0) == "12");
    CHECK(sheets::numberText("7", 5) == "00007");
    CHECK(sheets::numberText("-0", 0) == "0");
    CHECK(sheets::numberText("0.30000000000000004", 0) == "0.3");
    CHECK(sheets::numberText("79000123456", 12) == "079000123456");
    CHECK(sheets::numberText("abc", 0) == "abc");
    CHECK(sheets::numberText("nan", 0) == "nan");
}
