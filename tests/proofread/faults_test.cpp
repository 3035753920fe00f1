// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of fault: what is found, and what looks alike and is right.
#include "proofread/line.h"
#include "proofread_support.h"

using namespace thidua;
using namespace thidua::test;

namespace {

struct Row {
    const char* line;
    const char* kind;       ///< empty: nothing to find
    const char* quote;
    const char* suggestion; ///< null: not looked at
};

void check(const std::vector<Row>& rows, std::optional<Date> on = Date(2021, 10, 20))
{
    for (const auto& row : rows) {
        const auto findings = readLine(row.line, on);
        INFO(row.line << "\n" << shown(findings));
        if (!*row.kind) {
            CHECK(findings.empty());
            continue;
        }
        const auto* found = find(findings, row.kind, row.quote);
        REQUIRE(found);
        CHECK(found->line == 3);
        if (row.suggestion)
            CHECK(found->suggestion == row.suggestion);
    }
}

}

TEST_CASE("days that the calendar does not have")
{
    check({{"Họp ngày 31/4/2022 tại trường.", "impossible-date", "31/4/2022", "30/04/2022"},
           {"Họp ngày 29/02/2022.", "impossible-date", "29/02/2022", "28/02/2022"},
           {"Họp ngày 29/02/2024.", "", "", nullptr},
           {"Nộp trước 20/13/2022.", "impossible-date", "20/13/2022", ""},
           {"Nộp trước 05/20/2022.", "impossible-date", "05/20/2022", "20/05/2022"},
           {"Họp ngày 31 tháng 11 năm 2021.", "impossible-date", "ngày 31 tháng 11 năm 2021", nullptr},
           {"Sinh ngày 19/5/0180.", "impossible-date", "19/5/0180", "19/05/1890"},
           {"Họp thứ Hai, ngày 25/10/2021.", "", "", nullptr},
           {"Họp thứ Ba, ngày 25/10/2021.", "impossible-date", "thứ Ba", nullptr},
           {"Họp ngày 31/9 tại trường.", "impossible-date", "31/9", "30/09"},
           {"Tham gia tiết học yêu thương 6/26 GV", "", "", nullptr},
           {"Lao động tiên tiến 24/32 đ/c.", "", "", nullptr}});
}

TEST_CASE("the years of an anniversary")
{
    check({{"Kỷ niệm 90 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2025)", "anniversary-years", "90 năm", nullptr},
           {"Kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2025)", "", "", nullptr},
           {"50 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2025)", "", "", nullptr},
           {"135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1980 - 19/5/2025)", "anniversary-years", "19/5/1980", "135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/05/1890 - 19/05/2025)"},
           {"Kỷ niệm 39 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2022)", "anniversary-years", "39 năm", nullptr},
           {"Kỷ niệm 70 năm thành lập ngành Giáo dục (1954 - 2025)", "anniversary-years", "70 năm", "71 năm"},
           {"Năm 2023: Kỷ niệm 70 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc", "anniversary-years", "70 năm", "75 năm"},
           {"Kế hoạch 5 năm (2021 - 2025) và nhiệm kỳ 5 năm 2020 - 2025", "", "", nullptr},
           {"Có 15 năm công tác trong ngành, 10 năm là đảng viên.", "", "", nullptr},
           {"Năm 2021: Đại hội đại biểu toàn quốc lần thứ XVII của Đảng", "numbering", "XVII", "Đại hội đại biểu toàn quốc lần thứ XIII"},
           {"Năm 2021: Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "", "", nullptr}});
}

TEST_CASE("bases in force, of the right day, older than the document")
{
    check({{"Căn cứ Bộ luật Lao động năm 2012;", "expired-basis", "Bộ luật Lao động năm 2012", "Bộ luật Lao động năm 2019 (số 45/2019/QH14)"},
           {"Căn cứ Bộ luật Lao động năm 2019;", "", "", nullptr},
           {"Căn cứ Nghị định số 56/2015/NĐ-CP ngày 09/6/2015 của Chính phủ;", "expired-basis", "56/2015/NĐ-CP", nullptr},
           {"Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ;", "", "", nullptr},
           {"Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/8/2017 của Chính phủ;", "basis-date", "31/8/2017", "91/2017/NĐ-CP ngày 31/07/2017"},
           {"Căn cứ Công văn số 382/PGDĐT-TTr ngày 25 tháng 10 năm 2021 của Phòng Giáo dục và Đào tạo;", "basis-after-document", "382/PGDĐT-TTr", nullptr},
           {"Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;", "basis-after-document", "06/2022/QH15", nullptr},
           {"Căn cứ Công văn số 382/PGDĐT-TTr ngày 18 tháng 10 năm 2021 của Phòng Giáo dục và Đào tạo;", "", "", nullptr}});
    // The same text on the last day in force, and on the next.
    const char* line = "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ;";
    CHECK(readLine(line, Date(2023, 12, 31)).empty());
    CHECK(find(readLine(line, Date(2024, 1, 1)), "expired-basis", "91/2017")->suggestion == "Nghị định số 98/2023/NĐ-CP");
    CHECK(find(readLine(line, Date(2025, 7, 1)), "expired-basis", "91/2017")->suggestion == "Nghị định số 152/2025/NĐ-CP");
}

TEST_CASE("signs of documents")
{
    check({{"Thực hiện Nghị quyết số 29/NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương;", "document-symbol", "29/NQ/TW", "29-NQ/TW"},
           {"Thực hiện Kế hoạch số 139-KH/PGDĐT ngày 03/3/2021;", "document-symbol", "139-KH/PGDĐT", "139/KH-PGDĐT"},
           {"Căn cứ Công văn số 1533 /SGDĐT-CMTH ngày 07/9/2021;", "document-symbol", "1533 /SGDĐT-CMTH", "1533/SGDĐT-CMTH"},
           {"Căn cứ Quyết định số 22/QD-UBND ngày 07/9/2021;", "document-symbol", "22/QD-UBND", "22/QĐ-UBND"},
           {"Căn cứ Kế hoạch số 22/QĐ-UBND ngày 07/9/2021;", "document-symbol", "22/QĐ-UBND", nullptr},
           {"Căn cứ Kế hoạch số 124-KH/TU ngày 20/6/2014 của Thành ủy Hà Nội;", "", "", nullptr},
           {"Thực hiện Kế hoạch số 12-KH/ĐTN ngày 05/9/2021 của Huyện đoàn;", "", "", nullptr}});
}

TEST_CASE("deadlines and periods in their order")
{
    const auto findings = read({"KẾ HOẠCH", "Căn cứ Công văn số 382/PGDĐT-TTr ngày 18 tháng 10 năm 2021 của Phòng Giáo dục và Đào tạo;",
                                "Cá nhân gửi bản đăng ký chậm nhất ngày 04/10/2021.", "Tổ trưởng nộp chậm nhất ngày 25/10/2021."});
    INFO(shown(findings));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].kind == "deadline-order");
    CHECK(findings[0].line == 3);
    check({{"Nộp hồ sơ trước ngày 15/10/2021.", "deadline-order", "15/10/2021", nullptr},
           {"Nộp hồ sơ trước ngày 15/5/2022.", "", "", nullptr},
           {"Đợt 1 từ ngày 20/11/2021 đến hết ngày 05/11/2021.", "deadline-order", "20/11/2021", nullptr},
           {"Đợt 1 từ ngày 05/11/2021 đến ngày 20/11/2021.", "", "", nullptr}});
}

TEST_CASE("numbers beside each other")
{
    check({{"Kết quả 57/33 học sinh đạt giải.", "ratio", "57/33", "33/57"},
           {"Kết quả 33/57 học sinh đạt giải.", "", "", nullptr},
           {"Lao động tiên tiến 24/32 đồng chí (đạt 70%)", "ratio", "24/32", nullptr},
           {"Lao động tiên tiến 24/32 đồng chí (đạt 75%)", "", "", nullptr},
           {"Đạt 22/26 giáo viên, tỷ lệ 84,6 %.", "", "", nullptr},
           {"Chào mừng các ngày 20/11, 22/12, 8/3, 26/3.", "", "", nullptr},
           {"Tham gia 3/0 giáo viên", "ratio", "3/0", nullptr},
           {"Nhà trường có 32 cán bộ, giáo viên, nhân viên, trong đó: 2 cán bộ quản lý, 26 giáo viên, 5 nhân viên.", "sum", "32", nullptr},
           {"Nhà trường có 32 cán bộ, giáo viên, nhân viên, trong đó: 2 cán bộ quản lý, 26 giáo viên, 4 nhân viên.", "", "", nullptr},
           {"Tổng số 32 người, trong đó: 20 nữ, 15 đảng viên, 3 người dân tộc thiểu số.", "", "", nullptr},
           {"Số phiếu phát ra: 9, thu về: 9, hợp lệ: 8 phiếu hợp lệ: 8, không hợp lệ: 2.", "sum", "không hợp lệ: 2", nullptr}});
}

TEST_CASE("a quota holds by the law of the document's day")
{
    const std::vector<std::string> lines = {"KẾ HOẠCH", "Phát động thi đua", "- Chiến sĩ thi đua cấp cơ sở: 4 đồng chí;", "- Lao động tiên tiến: 24/32 đồng chí."};
    const auto before = read(lines, Date(2022, 5, 20));
    INFO(shown(before));
    REQUIRE(before.size() == 1);
    CHECK(before[0].kind == "quota");
    CHECK(before[0].line == 3);
    CHECK(before[0].suggestion == "3");
    CHECK(read(lines, Date(2024, 5, 20)).empty());
    auto within = lines;
    within[2] = "- Chiến sĩ thi đua cơ sở: 3 đồng chí;";
    CHECK(read(within, Date(2022, 5, 20)).empty());
}

TEST_CASE("school years follow each other, and a plan has no results yet")
{
    check({{"Nhiệm vụ năm học 2021 - 2023 của nhà trường.", "school-year", "2021 - 2023", "2021 - 2022"},
           {"Phát huy kết quả đã đạt được trong năm học 2021 - 2022.", "school-year", "2021 - 2022", nullptr},
           {"Phát huy kết quả đã đạt được trong năm học 2020 - 2021.", "", "", nullptr},
           {"Kế hoạch giai đoạn 2021 - 2025.", "", "", nullptr}});
}

TEST_CASE("numbers of sections")
{
    const auto kinds = [](const std::vector<std::string>& lines) {
        std::string text;
        for (const auto& finding : read(lines))
            text += std::to_string(finding.line) + " " + finding.key + "; ";
        return text;
    };
    CHECK(kinds({"I. Mục đích", "1. Một", "2. Hai", "II. Nội dung", "1. Một", "a) Thứ nhất", "b) Thứ hai", "c) Thứ ba", "d) Thứ tư", "đ) Thứ năm", "e) Thứ sáu", "2. Hai", "2.1. Mục",
                 "2.2. Mục", "III. Tổ chức"}).empty());
    CHECK(kinds({"I. Mục đích", "1. Một", "3. Ba", "III. Nội dung"}) == "3 numbering-gap; 4 numbering-gap; ");
    CHECK(kinds({"2. Hai", "2.1. Một", "2.2. Hai", "2.2. Ba"}) == "4 numbering-twice; ");
    CHECK(kinds({"Điều 1. Khen thưởng", "Điều 3. Quyết định này có hiệu lực"}) == "2 numbering-gap; ");
    CHECK(kinds({"1. Một", "3.5 điểm là đạt", "26 giáo viên tham gia", "2. Hai", "20/11 là ngày lễ", "10 giờ bắt đầu"}).empty());
    CHECK(kinds({"A. Mục đích", "I. Một", "II. Hai", "B. Nội dung", "I. Một", "C. Tổ chức"}).empty());
    CHECK(kinds({"a) Một", "c) Hai"}) == "2 numbering-gap; ");
}

TEST_CASE("words twice, words that are none, and words in the wrong place")
{
    check({{"Thực hiện kế hoạch kế hoạch của trường.", "duplicate-word", "kế hoạch kế hoạch", "kế hoạch"},
           {"Của của các tổ chuyên môn.", "duplicate-word", "Của của", nullptr},
           {"Theo kế hoạch số số 5 của tổ.", "duplicate-word", "số số", "số"},
           {"Luôn luôn nỗ lực, ngày ngày rèn luyện, nhà nhà thi đua.", "", "", nullptr},
           {"Nâng cao chất lượng gỉang dạy.", "spelling", "gỉang", nullptr},
           {"Nhà trường tô chức hội thi.", "spelling", "tô chức", "tổ chức"},
           {"Thăm gia đình chính sách, tham gia hội thi.", "", "", nullptr},
           {"Xây dựng xã hội hoá, hòa bình, hoà nhập, thủy lợi, thuỷ lợi.", "", "", nullptr},
           {"Bà Y Blưk, ông KSor Pung và cô Nguyễn Thị Đua dự họp tại KonPLông.", "", "", nullptr},
           {"Gửi về email thmangden@kontum.edu.vn hoặc website trường.", "", "", nullptr},
           {"CBQL, GV, NV và CMHS; TĐ-KT; GD&ĐT; UBND; BCH; ĐDDH.", "", "", nullptr},
           {"Cuộc vận động “Mỗi thầy, cô giáo là một tấm gương đạo đức, tự học và sáng tạo”.", "", "", nullptr},
           {"Cuộc vận động “Mỗi thầy cô giáo là tấm gương tự học và sáng tạo”.", "spelling", "Mỗi thầy cô giáo", nullptr}});
}

TEST_CASE("each finding says where it stands, and a suggestion that fits leaves nothing to find in its place")
{
    const std::vector<std::string> wrong = {"Kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1980 - 19/5/2025) tại trường.",
                                            "Kỷ niệm 39 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2022).",
                                            "Đợt 1 từ ngày 20/11/2021 đến hết ngày 05/11/2021.",
                                            "Thực hiện Nghị quyết số 29/NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương;",
                                            "Họp ngày 31 tháng 11 năm 2021 tại trường.",
                                            "Phong trào “thi đua hai tốt” và kế hoạch kế hoạch của trường.",
                                            "Nhà trường tô chức hội thi.",
                                            "Căn cứ Bộ luật Lao động năm 2012;"};
    for (const auto& line : wrong) {
        const auto findings = readLine(line);
        INFO(line << "\n" << shown(findings));
        REQUIRE_FALSE(findings.empty());
        for (const auto& finding : findings) {
            CHECK(proofread::Line(1, line).quote(finding.from, finding.to) == finding.quote);
            REQUIRE(finding.exact);
        }
        std::string mended = line;
        for (auto finding = findings.rbegin(); finding != findings.rend(); ++finding)
            if (const auto at = mended.rfind(finding->quote); at != std::string::npos)
                mended.replace(at, finding->quote.size(), finding->suggestion);
        INFO(mended);
        CHECK(shown(readLine(mended)) == "");
    }
    // What only says what is right is not to be put there as it stands.
    CHECK_FALSE(find(readLine("Căn cứ Nghị định số 56/2015/NĐ-CP ngày 09/6/2015 của Chính phủ;"), "expired-basis", "56/2015")->exact);
    CHECK_FALSE(find(readLine("Lao động tiên tiến 24/32 đồng chí (đạt 70%)"), "ratio", "24/32")->exact);
}
