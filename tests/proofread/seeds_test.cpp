// SPDX-License-Identifier: GPL-3.0-or-later
// Two real plans as they were written, and with their faults mended.
#include "proofread_support.h"

using namespace thidua;
using namespace thidua::test;

TEST_CASE("the plan of one year: its known faults are found, each in its line")
{
    const auto findings = read(fixture("mang-den.txt"));
    INFO(shown(findings));
    const auto in = [&](const char* kind, const char* quote) { return find(findings, kind, quote) != nullptr; };
    CHECK(in("school-year", "năm học 2021 -2022"));
    CHECK(in("document-symbol", "1533 /SGDĐT-CMTH"));
    CHECK(in("document-symbol", "29/NQ/TW"));
    CHECK(find(findings, "document-symbol", "29/NQ/TW")->suggestion == "29-NQ/TW");
    CHECK(in("expired-basis", "bộ luật lao động  năm 2012"));
    CHECK(in("deadline-order", "4/10/2021"));
    CHECK(in("quota", "4"));
    CHECK(find(findings, "quota", "4")->args.at(3) == "3");
    for (const char* word : {"YÊU CÂU", "Phòng ở Giáo dục", "hiện quả", "cũng cố", "vân động", "truyên truyền", "đời sống vât", "doanh hiệu", "phát đông"}) {
        INFO(word);
        CHECK(in("spelling", word));
    }
    CHECK(in("spelling", "Mỗi thầy cô giáo là một tấm gương sáng đạo đức, tự học tự sáng tạo"));
    CHECK(in("spelling", "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh"));
}

TEST_CASE("the plan of a period: its known faults are found, each in its line")
{
    const auto findings = read(fixture("hong-duong.txt"));
    INFO(shown(findings));
    const auto in = [&](const char* kind, const char* quote) { return find(findings, kind, quote) != nullptr; };
    CHECK(in("duplicate-word", "số số"));
    CHECK(in("impossible-date", "3/2/1030"));
    CHECK(find(findings, "impossible-date", "3/2/1030")->suggestion == "03/02/1930");
    CHECK(in("anniversary-years", "3/2/1030"));
    CHECK(find(findings, "anniversary-years", "3/2/1030")->args.at(3) == "95");
    CHECK(in("anniversary-years", "19/5/1980"));
    CHECK(in("numbering", "Đại hội Đại biểu Toàn quốc lần thứ XVII"));
    CHECK(in("spelling", "so"));
    for (const char* word : {"đổi mói", "yêu câu", "điêu kiện", "phù họp", "hững", "thực tiến", "cụ thế", "trường họp", "nộì", "triên khai", "mâu mực", "Cộng hào", "đọạn", "thỉ đua", "lạỉ",
                             "giảỉ", "tuyền truyền", "MỚÌ", "tich", "đưỡng", "tống kết", "websile", "tích cự", "TÔ CHỨC", "LẤM", "THỪỎNG", "CHỈ ĐẬO", "QUẢN LỶ", "sữa đổi", "bố sung", "nđoạn",
                             "đế được"}) {
        INFO(word);
        CHECK(in("spelling", word));
    }
    // What is right stays unsaid: the other years of the same list.
    CHECK_FALSE(in("anniversary-years", "19/12/1946"));
    CHECK_FALSE(in("anniversary-years", "27/7/1947"));
    CHECK_FALSE(in("anniversary-years", "10/10/1954"));
    CHECK_FALSE(in("anniversary-years", "5 năm (2021"));
}

TEST_CASE("both plans, mended, have nothing to find")
{
    for (const char* name : {"mang-den-mended.txt", "hong-duong-mended.txt"}) {
        const auto findings = read(fixture(name));
        INFO(name);
        CHECK(shown(findings) == "");
    }
}
