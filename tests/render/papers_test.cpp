// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt_application.h"
#include "render/page_painter.h"
#include "../documents/sample_papers.h"
#include "documents/builders/correction.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>

/// Places on paper against the measured samples. Tolerances: 0.5 mm for places, 0.2 for columns and margins, 0.3 for rules.
using namespace thidua;
using namespace thidua::render;

namespace {

std::vector<LaidOutPage> pagesOf(const documents::Document& document)
{
    tests::startQt();
    return layoutPages(document);
}

const PlacedText& find(const LaidOutPage& page, const std::string& text)
{
    for (const auto& placed : page.marks.texts)
        if (placed.text == QString::fromStdString(text))
            return placed;
    throw std::runtime_error("not on this page: " + text);
}

/// The last one where a name stands in the table and below it.
const PlacedText& findLast(const LaidOutPage& page, const std::string& text)
{
    const auto found = std::find_if(page.marks.texts.rbegin(), page.marks.texts.rend(),
                                    [&](const PlacedText& placed) { return placed.text == QString::fromStdString(text); });
    if (found == page.marks.texts.rend())
        throw std::runtime_error("not on this page: " + text);
    return *found;
}

bool has(const LaidOutPage& page, const std::string& text)
{
    return std::any_of(page.marks.texts.begin(), page.marks.texts.end(),
                       [&](const PlacedText& placed) { return placed.text == QString::fromStdString(text); });
}

bool near(double value, double wanted, double tolerance)
{
    return std::abs(value - wanted) <= tolerance;
}

void checkText(const LaidOutPage& page, const std::string& text, double y, double centre, double pt, bool bold)
{
    INFO(text);
    const auto& placed = findLast(page, text);
    CHECK(near(placed.y, y, 0.5));
    CHECK(near(placed.x + placed.width / 2, centre, 0.5));
    CHECK(placed.style.pt == pt);
    CHECK(placed.style.bold == bold);
}

bool hasRule(const LaidOutPage& page, double y, double x0, double x1)
{
    return std::any_of(page.marks.lines.begin(), page.marks.lines.end(), [&](const PlacedLine& line) {
        return line.y0 == line.y1 && near(line.y0, y, 0.3) && near(line.x0, x0, 0.3) && near(line.x1, x1, 0.3);
    });
}

/// The x of all vertical lines that touch `y`, sorted and without doubles.
std::vector<double> edgesAt(const LaidOutPage& page, double y)
{
    std::vector<double> edges;
    for (const auto& line : page.marks.lines)
        if (line.x0 == line.x1 && line.y0 <= y && line.y1 >= y &&
            std::none_of(edges.begin(), edges.end(), [&](double x) { return near(x, line.x0, 0.01); }))
            edges.push_back(line.x0);
    std::sort(edges.begin(), edges.end());
    return edges;
}

void checkEdges(const LaidOutPage& page, double y, const std::vector<double>& wanted)
{
    const auto edges = edgesAt(page, y);
    REQUIRE(edges.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        CHECK(near(edges[i], wanted[i], 0.2));
}

}

TEST_CASE("no text leaves the margins on any paper, and no number stands on a first page", "[render][papers]")
{
    for (const auto& [name, document] : samples::all()) {
        INFO(name);
        const bool ballots = std::string(name) == "phieu-bau";
        for (const auto& page : pagesOf(document)) {
            CHECK((page.width == 210.0 ? page.height == 297.0 : page.width == 297.0 && page.height == 210.0));
            const double left = ballots ? 17.5 : 30.0, right = page.width - (ballots ? 17.5 : 15.0);
            for (const auto& text : page.marks.texts) {
                INFO(text.text.toStdString());
                if (page.number > 1 && text.y < 15) {
                    CHECK(near(text.y, 14.0, 0.1));
                    CHECK(text.text == QString::number(page.number));
                    CHECK(near(text.x + text.width / 2, (left + right) / 2, 0.5));
                    continue;
                }
                CHECK(text.x >= left - 0.2);
                CHECK(text.x + text.width <= right + 0.2);
                CHECK((ballots || text.y >= 20.0));
                CHECK(text.y <= page.height - (ballots ? 12.0 : 20.0) + 0.2);
            }
            CHECK((ballots || page.number == 1 || has(page, std::to_string(page.number))));
        }
    }
}

TEST_CASE("ke-hoach: head, title, basis, table and signature", "[render][papers]")
{
    const auto pages = pagesOf(documents::plan(samples::plan()));
    REQUIRE(pages.size() == 2);
    const auto& first = pages[0];
    checkText(first, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24.0, 149.0, 12, true);
    checkText(first, "Độc lập - Tự do - Hạnh phúc", 29.4, 149.0, 13, true);
    checkText(first, "PHÒNG GD&ĐT KON PLÔNG", 24.0, 65.5, 12, false);
    checkText(first, "TRƯỜNG TIỂU HỌC MĂNG ĐEN", 29.4, 65.5, 12, true);
    checkText(first, "Số: 15/KH-THMĐ", 38.2, 65.5, 13, false);
    checkText(first, "Măng Đen, ngày 20 tháng 10 năm 2021", 38.2, 149.0, 13, false);
    CHECK(find(first, "Măng Đen, ngày 20 tháng 10 năm 2021").style.italic);
    checkText(first, "KẾ HOẠCH", 49.7, 112.5, 14, true);
    checkText(first, "Phát động phong trào thi đua năm học 2021 - 2022", 55.9, 112.5, 14, true);
    CHECK(hasRule(first, 31.4, 120.9, 177.1));
    CHECK(hasRule(first, 31.4, 51.8, 79.2));
    CHECK(hasRule(first, 58.1, 93.3, 131.7));
    const auto& basis = find(first, "Căn cứ Công văn số 1533/SGDĐT-CMTH ngày 07 tháng 9 năm 2021 của Sở Giáo");
    CHECK(near(basis.y, 68.7, 0.5));
    CHECK(near(basis.x, 42.7, 0.2));
    CHECK(near(basis.x + basis.width, 195.0, 0.2));
    CHECK(basis.style.italic);
    CHECK(near(find(first, "I. MỤC ĐÍCH, YÊU CẦU").y, 133.6, 0.5));
    CHECK(near(find(first, "1. Mục đích").y - find(first, "I. MỤC ĐÍCH, YÊU CẦU").y, 16.0 * 25.4 / 72 + 6 * 25.4 / 72, 0.05));

    const auto& second = pages[1];
    CHECK(hasRule(second, 60.2, 30.0, 195.0));
    checkEdges(second, 80.0, {30, 40, 128, 154, 174, 195});
    CHECK(near(find(second, "Danh hiệu “Lao động tiên tiến”").y, 148.9, 0.5));
    CHECK(find(second, "Danh hiệu “Lao động tiên tiến”").style.pt == 13);
    checkText(second, "HIỆU TRƯỞNG", 233.8, 149.0, 13, true);
    CHECK(near(find(second, "Nơi nhận:").y, find(second, "HIỆU TRƯỞNG").y, 0.1));
    CHECK(near(find(second, "Đỗ Thị Minh Hạnh").y - find(second, "HIỆU TRƯỞNG").y, 30.0, 0.1));
    CHECK(find(second, "- Lưu: VT, TĐKT.").style.pt == 11);
}

TEST_CASE("danh-sach-dang-ky: no number, two header rows on both pages, 19 people on the first", "[render][papers]")
{
    const auto pages = pagesOf(documents::registrationList(samples::registration()));
    REQUIRE(pages.size() == 2);
    checkText(pages[0], "DANH SÁCH", 42.4, 112.5, 14, true);
    CHECK(hasRule(pages[0], 50.8, 85.2, 139.8));
    CHECK(hasRule(pages[0], 56.8, 30.0, 195.0));
    CHECK(hasRule(pages[0], 63.4, 129.5, 195.0));
    CHECK(hasRule(pages[0], 69.9, 30.0, 39.0));
    checkEdges(pages[0], 104.0, {30, 39, 50, 93, 129.5, 163.5, 195});
    CHECK(near(find(pages[0], "Ông").y, 62.3, 0.5));
    CHECK(near(find(pages[0], "Khen thưởng").y, 68.0, 0.5));
    CHECK(near(find(pages[1], "Đăng ký").y, 24.6, 0.2));
    CHECK(near(find(pages[1], "Khen thưởng").y, 31.2, 0.2));
    CHECK(has(pages[0], "19"));
    CHECK_FALSE(has(pages[0], "20"));
    CHECK(has(pages[1], "32"));
    const auto& dash = find(pages[0], "–");
    CHECK(near(dash.x + dash.width / 2, 44.5, 0.2));
    checkText(pages[1], "Măng Đen, ngày 30 tháng 10 năm 2021", 189.3, 149.0, 13, false);
    checkText(pages[1], "NGƯỜI LẬP DANH SÁCH", 195.3, 65.5, 13, true);
    checkText(pages[1], "HIỆU TRƯỞNG", 195.3, 149.0, 13, true);
    checkText(pages[1], "Lý Văn Bình", 225.3, 65.5, 13, true);
}

TEST_CASE("bien-ban: two lines of agency, no place, votes across pages, recipients below", "[render][papers]")
{
    const auto pages = pagesOf(documents::minutes(samples::minutes()));
    REQUIRE(pages.size() == 4); // each honour once, above its names
    checkText(pages[0], "THI ĐUA - KHEN THƯỞNG", 34.8, 65.5, 12, true);
    CHECK(hasRule(pages[0], 36.8, 54.1, 76.9));
    checkText(pages[0], "Số: 02/BB-HĐTĐKT", 43.6, 65.5, 13, false);
    checkText(pages[0], "BIÊN BẢN", 54.1, 112.5, 14, true);
    checkText(pages[0], "NỘI DUNG", 166.9, 112.5, 13, true);
    const double group = find(pages[1], "I. Tập thể Lao động tiên tiến").y;
    CHECK(near(group - find(pages[1], "TT").y, 12.5, 3.0)); // under the table's head
    checkEdges(pages[1], group, {30, 195});
    checkEdges(pages[1], group + 7.4, {30, 39, 122, 138, 156, 175, 195}); // a collective has no post
    const double people = find(pages[1], "II. Chiến sĩ thi đua cơ sở").y;
    checkEdges(pages[1], people + 7.4, {30, 39, 84, 122, 138, 156, 175, 195});
    CHECK(find(pages[1], "Không").style.bold);
    CHECK(near(find(pages.back(), "THƯ KÝ").y, find(pages.back(), "CHỦ TỌA").y, 0.1));
    CHECK(near(find(pages.back(), "Nơi nhận:").y - find(pages.back(), "Trần Thị Bích Ngọc").y, 9.0, 0.1));
}

TEST_CASE("to-trinh: addressees, two appendices with pages of their own", "[render][papers]")
{
    const auto pages = pagesOf(documents::submission(samples::submission()));
    REQUIRE(pages.size() == 5);
    CHECK(near(find(pages[0], "Kính gửi:").x, 62.0, 0.2));
    CHECK(near(find(pages[0], "Kính gửi:").y, 74.7, 0.5));
    CHECK(near(find(pages[0], "- Phòng Nội vụ huyện Kon Plông.").x, 82.5, 0.2));
    CHECK(near(find(pages[0], "- Phòng Nội vụ huyện Kon Plông.").y, 86.3, 0.5));
    CHECK(has(pages[1], "2"));
    checkText(pages[2], "Phụ lục I", 24.2, 112.5, 14, true);
    checkText(pages[2], "(Kèm theo Tờ trình số 25/TTr-THMĐ ngày 30 tháng 5 năm 2022", 43.4, 112.5, 13, false);
    CHECK(hasRule(pages[2], 54.7, 30.0, 195.0));
    checkEdges(pages[2], 78.0, {30, 39, 81, 118, 134, 150, 195});
    CHECK(pages[2].number == 1);
    CHECK(pages[3].number == 2);
    CHECK(near(find(pages[3], "2").y, 14.0, 0.1));
    checkText(pages[4], "Phụ lục II", 24.2, 112.5, 14, true);
    checkEdges(pages[4], 70.0, {30, 195});
    checkEdges(pages[4], 75.0, {30, 39, 82, 117, 133, 149, 195});
}

TEST_CASE("quyet-dinh: issuer's line, decision line, articles and the list", "[render][papers]")
{
    const auto pages = pagesOf(documents::decision(samples::pupilDecision()));
    REQUIRE(pages.size() == 3);
    checkText(pages[0], "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC MĂNG ĐEN", 69.1, 112.5, 14, true);
    checkText(pages[0], "QUYẾT ĐỊNH:", 145.5, 112.5, 14, true);
    CHECK(near(find(pages[0], "Điều 1.").y, 154.6, 0.5));
    CHECK(find(pages[0], "Điều 1.").style.bold);
    CHECK(near(find(pages[0], "Điều 1.").x, 42.7, 0.2));
    CHECK(near(find(pages[0], "- Như Điều 3;").y, 239.6, 0.5));
    checkText(pages[1], "DANH SÁCH HỌC SINH ĐƯỢC TẶNG GIẤY KHEN", 24.2, 112.5, 14, true);
    CHECK(near(find(pages[1], "của Hiệu trưởng Trường Tiểu học Măng Đen)").y, 42.8, 0.5));
    CHECK(hasRule(pages[1], 48.3, 30.0, 195.0));
    checkEdges(pages[1], 60.0, {30, 40, 83, 107, 119, 195});
    CHECK(near(find(pages[2], "Stt").y, 24.6, 0.2));
}

TEST_CASE("a decision's number stays with its word where a list's title is broken", "[render][papers]")
{
    auto view = samples::staffAwards();
    for (const char* by : {"Phòng", "Phòng Nội", "Phòng Nội vụ", "Chủ tịch Ủy ban nhân dân huyện Kon Plông"}) {
        INFO(by);
        view.references = {{"Quyết định", {"1298", "QĐ-UBND"}, Date(2022, 6, 27), by}, {"Quyết định", {"1356", "QĐ-UBND"}, Date(2022, 7, 6), by},
                           {"Quyết định", {"1357", "QĐ-UBND"}, Date(2022, 7, 6), by}};
        const auto pages = pagesOf(documents::staffAwardList(view));
        for (const auto& placed : pages.front().marks.texts)
            CHECK_FALSE(placed.text.trimmed().endsWith(QStringLiteral(" số")));
    }
}

TEST_CASE("landscape lists stand in the frame of danh-sach-khen-thuong", "[render][papers]")
{
    const auto pages = pagesOf(documents::staffAwardList(samples::staffAwards()));
    CHECK(pages[0].width == 297.0);
    checkText(pages[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24.0, 227.0, 12, true);
    checkText(pages[0], "TRƯỜNG TIỂU HỌC MĂNG ĐEN", 29.4, 75.0, 12, true);
    checkText(pages[0], "DANH SÁCH", 41.4, 156.0, 14, true);
    checkText(pages[0], "(Theo Quyết định số 1021/QĐ-UBND ngày 15 tháng 6 năm 2022 của Ủy ban nhân dân huyện Kon Plông)", 53.7, 156.0, 13, false);
    CHECK(hasRule(pages[0], 59.1, 30.0, 282.0));
    const auto& last = pages.back();
    CHECK(has(last, "Tổng cộng: 01 lượt tập thể, 28 lượt cá nhân"));
    checkText(last, "HIỆU TRƯỞNG", find(last, "NGƯỜI LẬP DANH SÁCH").y, 227.0, 13, true);
    CHECK(near(find(last, "Trần Thị Bích Ngọc").y - find(last, "HIỆU TRƯỞNG").y, 30.0, 0.1));
}

TEST_CASE("phieu-bau: two equal ballots on a sheet with empty boxes and no number", "[render][papers]")
{
    const auto pages = pagesOf(documents::ballots(samples::ballots()));
    REQUIRE(pages.size() == 1);
    const auto& page = pages[0];
    CHECK(near(find(page, "PHIẾU BẦU").y, 37.5, 0.5));
    CHECK(near(find(page, "Vũ Mạnh Cường").y, 103.3, 0.5));
    CHECK(near(find(page, "- Bỏ phiếu kín: người bỏ phiếu không ký, không ghi họ tên vào phiếu.").y, 126.6, 0.5));
    checkEdges(page, 100.0, {17.5, 27.5, 85.5, 135.5, 162.5, 192.5});
    REQUIRE(page.marks.boxes.size() == 20);
    CHECK(near(page.marks.boxes[0].x, 146.5, 0.1));
    CHECK(near(page.marks.boxes[0].y, 63.5, 0.1));
    CHECK(page.marks.boxes[0].width == 5.0);
    const auto half = page.marks.texts.size() / 2;
    REQUIRE(page.marks.texts.size() % 2 == 0);
    for (std::size_t i = 0; i < half; ++i) {
        CHECK(page.marks.texts[i].text == page.marks.texts[half + i].text);
        CHECK(near(page.marks.texts[half + i].y - page.marks.texts[i].y, 148.5, 0.01));
        CHECK(near(page.marks.texts[half + i].x, page.marks.texts[i].x, 0.01));
    }

    auto many = samples::ballots();
    many.candidates.resize(30, {"Trần Như Ý", "Giáo viên"});
    many.copies = 3;
    CHECK(pagesOf(documents::ballots(many)).size() == 6);
    for (const auto& sheet : pagesOf(documents::ballots(many)))
        CHECK((has(sheet, "PHIẾU BẦU (tờ 1/2)") || has(sheet, "PHIẾU BẦU (tờ 2/2)")));
    // An honour stays on one sheet where it fits: lower rows, posts on one line.
    many.candidates.resize(24, {"Trần Như Ý", "Giáo viên"});
    for (auto& candidate : many.candidates)
        candidate.position = "Giáo viên chủ nhiệm 4A, Tổ 4–5";
    CHECK(pagesOf(documents::ballots(many)).size() == 3);
    CHECK(has(pagesOf(documents::ballots(many)).front(), "PHIẾU BẦU"));
    // Where nobody has a post, the names take its column.
    auto collectives = samples::ballots();
    for (auto& candidate : collectives.candidates)
        candidate.position.clear();
    const auto sheet = pagesOf(documents::ballots(collectives)).front();
    CHECK_FALSE(has(sheet, "Chức vụ, đơn vị"));
    CHECK_FALSE(has(sheet, "–"));
    checkEdges(sheet, 100.0, {17.5, 27.5, 135.5, 162.5, 192.5});
    auto odd = samples::ballots();
    odd.copies = 3;
    CHECK(pagesOf(documents::ballots(odd)).size() == 2);
    CHECK(pagesOf(documents::ballots(odd))[1].marks.boxes.size() == 10);
}

TEST_CASE("a draft keeps all places and leaves white room for number and day", "[render][papers]")
{
    auto view = samples::plan();
    view.paper.number.number.clear();
    const auto pages = pagesOf(documents::plan(view));
    const auto& label = find(pages[0], "Số:");
    const auto& symbol = find(pages[0], "/KH-THMĐ");
    CHECK(near(label.y, 38.2, 0.1));
    CHECK(near(symbol.x - (label.x + label.width), 12.0, 0.1));
    const auto& day = find(pages[0], "Măng Đen, ngày");
    CHECK(near(find(pages[0], "tháng 10 năm 2021").x - (day.x + day.width), 8.0, 0.1));
    CHECK(near(find(pages[0], "KẾ HOẠCH").y, 49.7, 0.1));
}

TEST_CASE("a deputy signs under the principal's line and keeps thirty millimetres", "[render][papers]")
{
    const auto pages = pagesOf(documents::campaignSheet(samples::campaign()));
    const auto& last = pages.back();
    const auto& deputy = find(last, "PHÓ HIỆU TRƯỞNG");
    CHECK(near(deputy.y - find(last, "KT. HIỆU TRƯỞNG").y, 5.6, 0.1));
    CHECK(near(find(last, "Phạm Quốc Tuấn").y - deputy.y, 30.0, 0.1));
}

TEST_CASE("a long agency name takes another line and pushes the number down", "[render][papers]")
{
    auto view = samples::plan();
    view.paper.issuer.agency = {"Trường Phổ thông Dân tộc bán trú Tiểu học và Trung học cơ sở Măng Cành"};
    const auto page = pagesOf(documents::plan(view)).front();
    double right = 0;
    for (const auto& text : page.marks.texts)
        if (text.y < 45 && text.x < 100)
            right = std::max(right, text.x + text.width);
    CHECK(right < 101.5);
    CHECK(find(page, "Số: 15/KH-THMĐ").y > 38.3);
    CHECK(near(find(page, "Số: 15/KH-THMĐ").y, find(page, "Măng Đen, ngày 20 tháng 10 năm 2021").y, 0.01));
}

TEST_CASE("a letter: what it is about stands apart from its number and from whom it goes to, the kind of paper whole", "[render][papers]")
{
    const auto like = samples::submission();
    documents::CorrectionView view;
    view.paper = like.paper;
    view.subject = {"V/v đính chính Kế hoạch số 21/KH-THMĐ"};
    view.addressees = like.addressees;
    view.opening = "Trường Tiểu học Măng Đen đính chính như sau:";
    view.items = {"Tại Mục II, “09” sửa lại là “11”"};
    view.closing = {"Các nội dung khác giữ nguyên"};
    const auto page = pagesOf(documents::correction(view)).front();
    const auto number = std::ranges::find_if(page.marks.texts, [](const auto& placed) { return placed.text.startsWith(QStringLiteral("Số:")); });
    REQUIRE(number != page.marks.texts.end());
    const double to = find(page, "Kính gửi:").y;
    std::vector<const PlacedText*> lines;
    for (const auto& placed : page.marks.texts)
        if (placed.y > number->y + 1 && placed.y < to - 1)
            lines.push_back(&placed);
    REQUIRE(lines.size() == 2);
    CHECK(lines.front()->y - number->y > 7); // 6 pt more than from line to line
    CHECK(to - lines.back()->y > 9);
    CHECK_FALSE(lines.front()->text.endsWith(QStringLiteral("Kế")));
}
