// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/measures.h"
#include "qt_application.h"
#include "render/line_breaker.h"
#include "render/page_layout.h"
#include "support/catch.h"

#include <QStringList>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

/// The rules “Không được ngắt” of the papers, tried with paragraphs and tables of every length around a page's end.
using namespace thidua;
using namespace thidua::render;
using namespace thidua::documents;

namespace {

std::string words(int count, const std::string& word)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += (i ? " " : "") + word;
    return text;
}

Paragraph body(const std::string& text)
{
    return {{{text}}, Level::Body};
}

Document paper(std::vector<Block> blocks)
{
    tests::startQt();
    Document document;
    document.parts.push_back({{}, std::move(blocks)});
    return document;
}

/// The pages on which a text that begins with `start` has lines, one entry a line.
std::vector<int> pagesWith(const std::vector<LaidOutPage>& pages, const std::string& start)
{
    std::vector<int> found;
    for (std::size_t page = 0; page < pages.size(); ++page)
        for (const auto& text : pages[page].marks.texts)
            if (text.text.startsWith(QString::fromStdString(start)))
                found.push_back(static_cast<int>(page));
    return found;
}

Table rowsTable(int rows)
{
    Table table;
    table.columns = {{20, Align::Centre}, {145}};
    table.header = {{{{std::string("Stt")}, {std::string("Nội dung")}}}};
    for (int i = 1; i <= rows; ++i)
        table.rows.push_back({{{std::int64_t{i}}, {std::string("dòng")}}});
    return table;
}

Row total()
{
    return {{{std::string("Tổng cộng"), 2, 1, true, Align::Left}}, RowKind::Total};
}

Signature signature()
{
    return {{{{"HIỆU TRƯỞNG"}, "Người Ký", {}}}, std::nullopt, {"- Lưu: VT."}};
}

}

TEST_CASE("paragraphs never leave one line behind or send one ahead", "[render][flow]")
{
    for (int lead = 30; lead < 50; ++lead) {
        std::vector<Block> blocks;
        for (int i = 0; i < lead; ++i)
            blocks.push_back(body("x"));
        blocks.push_back(body(words(60, "Nghiêng")));
        const auto pages = layoutPages(paper(blocks));
        const auto found = pagesWith(pages, "Nghiêng");
        REQUIRE(found.size() >= 4);
        INFO(lead);
        for (const int page : std::set<int>(found.begin(), found.end()))
            CHECK(std::count(found.begin(), found.end(), page) >= 2);
    }
}

TEST_CASE("a heading never ends a page", "[render][flow]")
{
    for (int lead = 30; lead < 40; ++lead) {
        std::vector<Block> blocks;
        for (int i = 0; i < lead; ++i)
            blocks.push_back(body("x"));
        blocks.push_back(Paragraph{{{"I. TIÊU ĐỀ", true}}, Level::Section});
        blocks.push_back(Paragraph{{{"1. Mục con", true}}, Level::Heading});
        blocks.push_back(body("Theo sau"));
        const auto pages = layoutPages(paper(blocks));
        INFO(lead);
        REQUIRE(pagesWith(pages, "Theo sau").size() == 1);
        CHECK(pagesWith(pages, "I. TIÊU ĐỀ") == pagesWith(pages, "Theo sau"));
        CHECK(pagesWith(pages, "1. Mục con") == pagesWith(pages, "Theo sau"));
    }
}

TEST_CASE("a total keeps two rows, a signature three rows and the total", "[render][flow]")
{
    for (int rows = 25; rows < 45; ++rows) {
        INFO(rows);
        auto table = rowsTable(rows);
        table.rows.push_back(total());
        const auto alone = layoutPages(paper({table}));
        const auto totalPage = pagesWith(alone, "Tổng cộng").front();
        CHECK(pagesWith(alone, std::to_string(rows - 1)).front() == totalPage);

        const auto pages = layoutPages(paper({table, signature()}));
        const int signed_ = pagesWith(pages, "HIỆU TRƯỞNG").front();
        CHECK(pagesWith(pages, "Người Ký").front() == signed_);
        CHECK(pagesWith(pages, "Tổng cộng").front() == signed_);
        CHECK(pagesWith(pages, std::to_string(rows - 2)).front() == signed_);
    }
}

TEST_CASE("a signature keeps two lines of text", "[render][flow]")
{
    for (int lead = 20; lead < 36; ++lead) {
        std::vector<Block> blocks;
        for (int i = 0; i < lead; ++i)
            blocks.push_back(body("dòng"));
        blocks.push_back(signature());
        const auto pages = layoutPages(paper(blocks));
        const int last = pagesWith(pages, "HIỆU TRƯỞNG").front();
        const auto lines = pagesWith(pages, "dòng");
        INFO(lead);
        CHECK(std::count(lines.begin(), lines.end(), last) >= 2);
    }
}

TEST_CASE("group rows stay with the next row and headers with the first", "[render][flow]")
{
    for (int rows = 30; rows < 42; ++rows) {
        auto table = rowsTable(rows);
        table.rows.push_back({{{std::string("NHÓM"), 2, 1, true, Align::Left}}, RowKind::Group});
        table.rows.push_back({{{std::string("Sau nhóm")}, {std::string("a")}}});
        const auto pages = layoutPages(paper({table}));
        INFO(rows);
        REQUIRE(pagesWith(pages, "Sau nhóm").size() == 1);
        CHECK(pagesWith(pages, "NHÓM") == pagesWith(pages, "Sau nhóm"));
    }
    for (int lead = 28; lead < 36; ++lead) {
        std::vector<Block> blocks;
        for (int i = 0; i < lead; ++i)
            blocks.push_back(body("x"));
        blocks.push_back(rowsTable(3));
        const auto pages = layoutPages(paper(blocks));
        CHECK(pagesWith(pages, "Stt").front() == pagesWith(pages, "1").front());
    }
}

TEST_CASE("a long table repeats its header at 20 millimetres and loses no row", "[render][flow]")
{
    const auto pages = layoutPages(paper({rowsTable(1500)}));
    int next = 1;
    for (const auto& page : pages) {
        const auto header = std::find_if(page.marks.texts.begin(), page.marks.texts.end(), [](const auto& text) { return text.text == "Stt"; });
        REQUIRE(header != page.marks.texts.end());
        CHECK(std::abs(header->y - 24.63) < 0.05);
        for (const auto& text : page.marks.texts)
            if (text.x < 50 && text.y > 25 && text.text != "Stt") {
                REQUIRE(text.text.toInt() == next);
                ++next;
            }
        for (const auto& line : page.marks.lines)
            CHECK(std::max(line.y0, line.y1) < 277.1);
    }
    CHECK(next == 1501);
}

TEST_CASE("a cell that is longer than a page goes on on the next, every word of it", "[render][flow]")
{
    auto table = rowsTable(2);
    std::string text;
    for (int i = 1; i <= 1200; ++i)
        text += (i > 1 ? " " : "") + std::string("từ") + std::to_string(i);
    table.rows.push_back({{{std::int64_t{3}}, {text}}});
    table.columns = {{20, Align::Centre}, {40}};
    table.rows.push_back({{{std::int64_t{4}}, {std::string("cuối")}}});
    const auto pages = layoutPages(paper({table}));
    CHECK(pages.size() > 2);
    int next = 1;
    for (const auto& page : pages)
        for (const auto& one : page.marks.texts) {
            CHECK(one.y < 277.1);
            if (one.text.startsWith(QStringLiteral("từ")))
                for (const auto& word : one.text.split(QLatin1Char(' '))) {
                    REQUIRE(word == QStringLiteral("từ%1").arg(next));
                    ++next;
                }
        }
    CHECK(next == 1201);
    CHECK(pagesWith(pages, "cuối").size() == 1);
}

TEST_CASE("parts count their pages anew and page breaks open a page", "[render][flow]")
{
    auto document = paper({body("một"), PageBreak{}, body("hai")});
    document.parts.push_back({{Orientation::Landscape}, {body("ba")}});
    const auto pages = layoutPages(document);
    REQUIRE(pages.size() == 3);
    CHECK(pages[1].number == 2);
    CHECK(pages[2].number == 1);
    CHECK(pages[2].part == 1);
    CHECK(pages[2].width == 297.0);
    CHECK(pages[2].marks.texts.size() == 1);
}

TEST_CASE("full lines touch both margins, the last one does not stretch", "[render][lines]")
{
    tests::startQt();
    const auto lines = breakLines({{words(40, "trường"), false}, {" " + words(40, "nghiêng"), false, true}}, 13, {165, 12.7, Fit::Justified});
    REQUIRE(lines.size() > 4);
    CHECK(lines.front().texts.front().x == 12.7);
    for (const auto& line : lines) {
        const auto& end = line.texts.back();
        if (!line.last)
            CHECK(std::abs(end.x + end.width - 165.0) < 0.05);
    }
    CHECK(lines.back().last);
    CHECK(lines.back().texts.back().wordSpacing == 0.0);
}

TEST_CASE("a line before a long number is not drawn apart", "[render][lines]")
{
    tests::startQt();
    const auto lines = breakLines({{"Căn cứ Điều lệ Trường tiểu học ban hành kèm theo Thông tư số 28/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020 của Bộ trưởng"}}, 13,
                                  {165, 12.7, Fit::Justified});
    REQUIRE(lines.size() == 2);
    CHECK(lines.front().texts.front().wordSpacing == 0.0);
    CHECK(lines.front().width < 160.0);
}

TEST_CASE("a word wider than its cell is cut, not pushed over the edge", "[render][lines]")
{
    tests::startQt();
    for (const auto& line : breakLines({{"số 1021/QĐ-UBND-VĂNPHÒNG-TỔNGHỢP-KHENTHƯỞNG"}}, 12, {20, 0, Fit::Ragged}))
        CHECK(line.width <= 20.05);
    const auto forced = breakLines({{"một\nhai"}}, 12, {100, 0, Fit::Ragged});
    REQUIRE(forced.size() == 2);
    CHECK(forced[1].texts.front().text == "hai");
}

TEST_CASE("one unbroken word is cut between letters, every letter once, in time that grows with its length", "[render][flow]")
{
    tests::startQt();
    const auto linesOf = [](const std::string& word) {
        const auto begun = std::chrono::steady_clock::now();
        const auto lines = breakLines({{word}}, 13, {165, 12.7, Fit::Justified});
        return std::pair(lines, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    };
    std::string word;
    while (word.size() < 60'000)
        word += "Nghiêngngả👍e\u0301";
    const auto [lines, seconds] = linesOf(word);
    QString again;
    for (const auto& line : lines) {
        CHECK(line.width <= 165.02);
        for (const auto& text : line.texts) {
            CHECK_FALSE(text.text.front().isMark());
            CHECK_FALSE(text.text.front().isLowSurrogate());
            again += text.text;
        }
    }
    CHECK(again.toStdString() == word);
    // Cubic took minutes for these, and quadratic some sixteen times as long as a quarter of them.
    const auto quarter = linesOf(word.substr(0, word.find("Nghi", word.size() / 4))).second;
    CHECK(seconds < 12 * quarter + 0.5);
}

TEST_CASE("a paper with words that never end is laid out", "[render][flow]")
{
    const std::string word(10'000, 'w');
    Table table;
    table.columns = {{20}, {145}};
    table.header = {{{{std::string("Stt")}, {word.substr(0, 200)}}}};
    for (int i = 0; i < 3; ++i)
        table.rows.push_back({{{std::int64_t{i}}, {word}}});
    Signature signature;
    signature.signers = {{{word.substr(0, 300)}, word.substr(0, 300), ""}};
    const auto pages = layoutPages(paper({body(word), table, Note{word}, signature}));
    CHECK(pages.size() > 2);
    CHECK(pages.size() < 100);
}

TEST_CASE("a name in a cell is never parted while the cell has room for it, whatever stands before it", "[render]")
{
    for (const double mm : {26.0, 30.0, 34.0, 37.0, 42.0}) {
        Table table;
        table.columns = {{mm}, {165 - mm}};
        table.header = {{{{std::string("Đơn vị")}, {std::string("Ghi chú")}}}};
        for (const char* before : {"", "Công đoàn ", "Chi đoàn ", "Liên đội, Đội thiếu niên "})
            table.rows.push_back({{{std::string(before) + "Trường Tiểu học Măng Đen"}, {std::string("–")}}});
        const auto pages = layoutPages(paper({table}));
        int whole = 0;
        for (const auto& text : pages.front().marks.texts) {
            INFO(mm << " " << text.text.toStdString());
            CHECK_FALSE(text.text.endsWith(QStringLiteral("Măng")));
            CHECK_FALSE(text.text.startsWith(QStringLiteral("Đen")));
            whole += text.text.contains(QStringLiteral("Măng Đen")) ? 1 : 0;
        }
        CHECK(whole == 4);
    }
}
