// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/compose.h"
#include "documents/line_fit.h"
#include "support/catch.h"

using namespace thidua;
using namespace thidua::documents;

TEST_CASE("căn cứ end in semicolons and a full stop, never doubled", "[documents]")
{
    CHECK(basis({"Căn cứ một;", "Căn cứ hai.", "Theo đề nghị của Tổ Văn phòng"}).lines ==
          std::vector<std::string>{"Căn cứ một;", "Căn cứ hai;", "Theo đề nghị của Tổ Văn phòng."});
    CHECK(basis({}).lines.empty());
}

TEST_CASE("recipients get dashes and stops", "[documents]")
{
    CHECK(recipients({"Như trên", "- Phòng GD&ĐT (để b/c);", "Lưu: VT, TĐKT."}) ==
          std::vector<std::string>{"- Như trên;", "- Phòng GD&ĐT (để b/c);", "- Lưu: VT, TĐKT."});
}

TEST_CASE("numbers below ten carry a zero, inserted and missing numbers are left alone", "[documents]")
{
    CHECK(plainText(numberRuns("7", "QĐ-THMĐ")) == "Số: 07/QĐ-THMĐ");
    CHECK(plainText(numberRuns("41", "QĐ-THMĐ")) == "Số: 41/QĐ-THMĐ");
    CHECK(plainText(numberRuns("09A", "KH-THMĐ")) == "Số: 09A/KH-THMĐ");
    const auto open = numberRuns("", "KH-THMĐ");
    REQUIRE(open.size() == 3);
    CHECK(open[1].gapMm == 12.0);
    CHECK(plainText(open).find('.') == std::string::npos);
}

TEST_CASE("the place and date of a paper", "[documents]")
{
    CHECK(plainText(placeDateRuns("Măng Đen", Date(2021, 9, 7), DayPlace::Printed)) == "Măng Đen, ngày 07 tháng 9 năm 2021");
    CHECK(plainText(placeDateRuns("Măng Đen", Date(2022, 2, 5), DayPlace::Printed)) == "Măng Đen, ngày 05 tháng 02 năm 2022");
    const auto open = placeDateRuns("Măng Đen", Date(2021, 10, 20), DayPlace::Open);
    REQUIRE(open.size() == 3);
    CHECK(open[0].text == "Măng Đen, ngày");
    CHECK(open[1].gapMm == 8.0);
    CHECK(open[2].text == "tháng 10 năm 2021");
    CHECK(placeDateRuns("Măng Đen", std::nullopt, DayPlace::Printed).size() == 6);
    for (const auto& run : open)
        CHECK(run.italic);
}

TEST_CASE("dates and school years do not part at a line's end", "[documents]")
{
    CHECK(glued("ngày 07 tháng 9 năm 2021") == "ngày\u00A007 tháng\u00A09 năm 2021");
    CHECK(glued("năm học 2021 - 2022") == "năm học 2021\u00A0-\u00A02022");
    CHECK(gluedTitle("“Dân chủ - Kỷ cương - Tình thương - Trách nhiệm”") == "“Dân chủ\u00A0- Kỷ\u00A0cương\u00A0- Tình\u00A0thương\u00A0- Trách nhiệm”");
    // A line never begins with a dash, as a point of a list does.
    CHECK(glued("Thi đua - Khen thưởng") == "Thi đua\u00A0- Khen thưởng");
    CHECK(glued("- Như trên; Tổng phụ trách Đội") == "- Như trên; Tổng phụ trách Đội");
    CHECK(glued("phong trào “Đợt 2: Mừng Đảng”") == "phong trào “Đợt\u00A02: Mừng Đảng”");
    // Two whole days may part, or they take a line for themselves and stretch the one before.
    CHECK(glued("kỷ niệm (10/10/1954 - 10/10/2024)") == "kỷ niệm (10/10/1954\u00A0- 10/10/2024)");
    CHECK(glued("giai đoạn 2021 - 2025.") == "giai đoạn 2021\u00A0-\u00A02025.");
    CHECK(glued("Tổ trưởng Tổ 4–5") == "Tổ trưởng Tổ\u00A04–5");
    CHECK(glued("giáo viên chủ nhiệm 5A; tự quản ở lớp 5") == "giáo viên chủ nhiệm\u00A05A; tự quản ở lớp\u00A05");
    CHECK(glued("Quyết định số 1356/QĐ-UBND") == "Quyết định số 1356/QĐ-UBND");
    CHECK(gluedTitle("(Theo Quyết định số 1356/QĐ-UBND ngày 27/6/2022)") == "(Theo Quyết\u00A0định số\u00A01356/QĐ-UBND ngày\u00A027/6/2022)");
    CHECK(gluedTitle("Hội đồng Thi đua - Khen thưởng trường") == "Hội đồng Thi\u00A0đua\u00A0-\u00A0Khen\u00A0thưởng trường");
}

TEST_CASE("items run through the Vietnamese alphabet and groups through Roman figures", "[documents]")
{
    CHECK(itemLetter(3) == "d");
    CHECK(itemLetter(4) == "đ");
    CHECK(itemLetter(6) == "g");
    CHECK(roman(1) == "I");
    CHECK(roman(4) == "IV");
    CHECK(roman(19) == "XIX");
}

TEST_CASE("cells print as people write them", "[documents]")
{
    CHECK(cellText(Decimal{9091}) == "90,91");
    CHECK(cellText(Decimal{-5}) == "-0,05");
    CHECK(cellText(std::int64_t{12}) == "12");
    CHECK(cellText(Date(2015, 3, 9)) == "09/03/2015");
    CHECK(cellText(orDash("").value) == "–");
}

TEST_CASE("header cells find their places behind spans", "[documents]")
{
    const std::vector<Row> header{{{{std::string("Stt"), 1, 2}, {std::string("Đăng ký"), 2, 1}, {std::string("Ghi chú"), 1, 2}}},
                                  {{{std::string("Thi đua")}, {std::string("Khen thưởng")}}}};
    const auto cells = placed(header, 4);
    REQUIRE(cells.size() == 5);
    CHECK(cells[2].column == 3);
    CHECK(cells[3].column == 1);
    CHECK(cells[4].column == 2);
    CHECK(cells[4].row == 1);
}

TEST_CASE("the names of schools and places stay whole in titles and heads", "[documents]")
{
    const std::string hard = "\u00A0";
    CHECK(gluedNames("TRƯỜNG TIỂU HỌC HỒNG DƯƠNG") == "TRƯỜNG TIỂU" + hard + "HỌC HỒNG" + hard + "DƯƠNG");
    CHECK(gluedNames("PHÒNG GD&ĐT HUYỆN THANH OAI") == "PHÒNG GD&ĐT HUYỆN" + hard + "THANH" + hard + "OAI");
    CHECK(gluedNames("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NGUYỄN THỊ MINH KHAI") ==
          "TRƯỜNG TIỂU" + hard + "HỌC VÀ TRUNG" + hard + "HỌC CƠ" + hard + "SỞ NGUYỄN" + hard + "THỊ" + hard + "MINH" + hard + "KHAI");
    CHECK(gluedNames("Hội đồng sáng kiến Trường Tiểu học Măng Đen năm học 2021") ==
          "Hội đồng sáng kiến Trường Tiểu" + hard + "học Măng" + hard + "Đen năm" + hard + "học 2021");
    CHECK(gluedNames("ỦY BAN NHÂN DÂN XÃ KON PLÔNG") == "ỦY BAN NHÂN DÂN XÃ" + hard + "KON" + hard + "PLÔNG");
    CHECK(gluedNames("Trường Tiểu học số 1 Hải Chánh") == "Trường Tiểu" + hard + "học số 1 Hải Chánh");

    for (const double mm : {40.0, 55.0, 70.5, 86.0}) {
        for (const char* name : {"Trường Tiểu học Hồng Dương", "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Lý Thường Kiệt", "Trường Tiểu học A"}) {
            const auto lines = headLines({name}, mm, true);
            for (const auto& line : lines) {
                CHECK(textWidth(line, 12, true) <= mm + 0.1);
                CHECK_FALSE(line.empty());
                CHECK(line != "Dương");
                CHECK(line != "Kiệt");
            }
        }
    }
    // A name wider than its line is broken between words rather than cut.
    CHECK(headLines({"Trường Tiểu học Nguyễn Thượng Hiền"}, 20, true).size() > 3);
}

TEST_CASE("a name is kept whole in a cell that has room for it, and parts in one that has not", "[documents]")
{
    const std::string hard = "\u00A0";
    CHECK(boundNames("Liên đội Trường Tiểu học Măng Đen", 40, 12, false) == "Liên đội Trường Tiểu" + hard + "học Măng" + hard + "Đen");
    CHECK(boundNames("Trường Tiểu học Măng Đen\nTổ 1", 40, 12, false) == "Trường Tiểu" + hard + "học Măng" + hard + "Đen\nTổ 1");
    CHECK(boundNames("Trường Tiểu học Măng Đen", 8, 12, false) == "Trường Tiểu học Măng Đen");
    CHECK(boundNames("", 40, 12, false).empty());
}
