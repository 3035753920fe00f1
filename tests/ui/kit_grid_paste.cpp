// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks pasted into a sheet with headings between its rows: whose figures they are is never guessed in silence.
#include "support/catch.h"

#include "ui/models/grid_table.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace thidua::ui;

namespace {

/// Two honours with a heading each: three people and two.
struct Ballots {
    GridTable grid;
    QSignalSpy edits{ &grid, &GridTable::cellsEdited };
    QSignalSpy told{ &grid, &GridTable::pasteTold };
    std::vector<PasteDoubt> doubts;
    bool accept = false;

    Ballots()
        : grid(columns(), QStringLiteral("ballots"), QStringLiteral("Kiểm phiếu"))
    {
        QVector<GridRow> rows;
        rows << heading(-1, "Lao động tiên tiến – 3 đề nghị") << row(1, "Nguyễn Thị Hương") << row(2, "Nguyễn Thị Hường")
             << row(3, "Trần Văn Bình");
        rows << heading(-5, "Chiến sĩ thi đua cơ sở – 2 đề nghị") << row(4, "Lê Thị Lan") << row(5, "Trần Văn Bình");
        grid.setRows(rows);
        grid.setAskPaste([this](const PasteDoubt& doubt) {
            doubts.push_back(doubt);
            return accept;
        });
        grid.resize(700, 400);
        grid.show();
        grid.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&grid));
        grid.goTo(1, QStringLiteral("issued"));
        grid.view()->setFocus();
    }
    static std::vector<GridColumn> columns()
    {
        GridColumn name{ QStringLiteral("name"), QStringLiteral("Họ và tên"), GridKind::Text, 200, Align::Left };
        name.readOnly = name.names = true;
        return { name, { QStringLiteral("issued"), QStringLiteral("Phát\nra"), GridKind::Number },
            { QStringLiteral("inFavour"), QStringLiteral("Đồng\ný"), GridKind::Number } };
    }
    static GridRow heading(std::int64_t id, const char* words) { return { id, { QString::fromUtf8(words), QString(), QString() }, true }; }
    static GridRow row(std::int64_t id, const char* name) { return { id, { QString::fromUtf8(name), QString(), QString() } }; }
    void paste(const char* block)
    {
        QApplication::clipboard()->setText(QString::fromUtf8(block));
        QTest::keyClick(grid.view(), Qt::Key_V, Qt::ControlModifier);
    }
    /// “7/6 7/5 …” of the five people, “-” where a cell is empty.
    QString figures() const
    {
        QStringList all;
        for (const auto& line : grid.rows())
            if (!line.group)
                all << (line.cells[1].value.isEmpty() ? QStringLiteral("-") : line.cells[1].value + QLatin1Char('/') + line.cells[2].value);
        return all.join(QLatin1Char(' '));
    }
};

}

TEST_CASE_METHOD(Ballots, "a block passes over the headings of the sheet: every line keeps its own votes")
{
    paste("7\t6\n7\t5\n7\t7\n7\t4\n7\t3\n");
    CHECK(doubts.empty());
    CHECK(figures() == QStringLiteral("7/6 7/5 7/7 7/4 7/3"));
    CHECK(edits.count() == 1); // one step
    REQUIRE(told.count() == 1);
    CHECK(told.first().first().toString() == QStringLiteral("Đã dán 5 dòng, từ Nguyễn Thị Hương đến Trần Văn Bình."));
}

TEST_CASE_METHOD(Ballots, "headings of the block are left out where the sheet has them, too")
{
    paste("7\t6\n7\t5\n7\t7\n\t\n7\t4\n7\t3\n"); // an empty line in the place of the heading, as the sheet copies itself
    CHECK(doubts.empty());
    CHECK(figures() == QStringLiteral("7/6 7/5 7/7 7/4 7/3"));
    paste("Phát ra\tĐồng ý\n8\t6\n8\t5\n8\t7\nChiến sĩ thi đua cơ sở\t\n8\t4\n8\t3\n");
    CHECK(doubts.empty());
    CHECK(figures() == QStringLiteral("8/6 8/5 8/7 8/4 8/3"));
}

TEST_CASE_METHOD(Ballots, "titles in two rows and the row that numbers the columns are left out")
{
    const char* const kBlock = "TT\tHọ và tên\tSố phiếu\t\n\t\tPhát ra\tĐồng ý\n(1)\t(2)\t(3)\t(4)\n1\tLê Thị Lan\t7\t4\n2\tNguyễn Thị Hương\t7\t6\n";
    paste(kBlock);
    CHECK(doubts.empty());
    CHECK(figures() == QStringLiteral("7/6 - - 7/4 -"));
    paste("(1)\t(2)\n8\t6\n8\t5\n8\t7\n8\t4\n8\t3\n"); // without names, too
    CHECK(doubts.empty());
    CHECK(figures() == QStringLiteral("8/6 8/5 8/7 8/4 8/3"));
}

TEST_CASE_METHOD(Ballots, "a name that the sheet does not have is no title, wherever it stands")
{
    paste("Họ và tên\tPhát ra\tĐồng ý\nNgười Lạ\t7\t1\nLê Thị Lan\t7\t4\n");
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.front().text.contains(QStringLiteral("Người Lạ")));
}

TEST_CASE_METHOD(Ballots, "what the sheet copies, it takes back unchanged")
{
    paste("7\t6\n7\t5\n7\t7\n7\t4\n7\t3\n");
    grid.goTo(1, QStringLiteral("issued"));
    grid.view()->selectAll();
    QTest::keyClick(grid.view(), Qt::Key_C, Qt::ControlModifier);
    const QString before = figures();
    grid.view()->clearSelection();
    grid.view()->setCurrentIndex(grid.model()->index(0, 0));
    QTest::keyClick(grid.view(), Qt::Key_V, Qt::ControlModifier);
    CHECK(doubts.empty());
    CHECK(figures() == before);
    CHECK(edits.count() == 1);
}

TEST_CASE_METHOD(Ballots, "more lines than rows are said before anything is written")
{
    grid.goTo(3, QStringLiteral("issued"));
    paste("7\t6\n7\t5\n7\t7\n7\t4\n");
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.front().text.contains(QStringLiteral("Khối dán có 4 dòng, từ ô đang chọn trở xuống chỉ có 3 dòng.")));
    CHECK(doubts.front().text.contains(QStringLiteral("từ Trần Văn Bình đến Trần Văn Bình")));
    CHECK(doubts.front().text.contains(QStringLiteral("Chưa ô nào được ghi.")));
    CHECK(doubts.front().accept == QStringLiteral("Ghi 3 dòng"));
    CHECK(figures() == QStringLiteral("- - - - -"));
    accept = true;
    paste("7\t6\n7\t5\n7\t7\n7\t4\n");
    CHECK(figures() == QStringLiteral("- - 7/6 7/5 7/7"));
}

TEST_CASE_METHOD(Ballots, "a block smaller or larger than the rows chosen is said, too")
{
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(grid.view(), Qt::Key_Down, Qt::ShiftModifier);
    paste("7\t6\n7\t5\n");
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.front().text.contains(QStringLiteral("Khối dán có 2 dòng, phần đang chọn có 3 dòng.")));
    CHECK(edits.isEmpty());
}

TEST_CASE_METHOD(Ballots, "a line without figures where the sheet has a person is asked about")
{
    paste("7\t6\nTổng hợp\t\n7\t5\n");
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.front().text.contains(QStringLiteral("Trong khối có dòng không phải số liệu, sẽ bỏ qua: Tổng hợp.")));
    CHECK(edits.isEmpty());
    paste("7\t6\n\t\n7\t7\n7\t4\n7\t3\n"); // its empty line is not where the heading stands
    REQUIRE(doubts.size() == 2);
    CHECK(doubts.back().accept.isEmpty());
    CHECK(edits.isEmpty());
}

TEST_CASE_METHOD(Ballots, "a block with names goes to the rows that it names, in whatever order")
{
    paste("STT\tHọ và tên\tPhát ra\tĐồng ý\n1\tTrần Văn Bình\t7\t7\n2\tNguyễn Thị Hường\t7\t5\n3\tnguyễn  thị hương\t7\t6\n"
          "Chiến sĩ thi đua cơ sở\t\t\t\n4\tTrần Văn Bình\t7\t3\n");
    CHECK(doubts.empty());
    CHECK(figures() == QStringLiteral("7/6 7/5 7/7 - 7/3"));
    CHECK(told.last().first().toString() == QStringLiteral("Đã dán 4 dòng theo tên."));
}

TEST_CASE_METHOD(Ballots, "a heading that stands alone on its line is one as well, without tabs behind it")
{
    paste("Họ và tên\tPhát ra\tĐồng ý\nLao động tiên tiến\nNguyễn Thị Hương\t7\t6\nNguyễn Thị Hường\t7\t5\nTrần Văn Bình\t7\t7\n"
          "Chiến sĩ thi đua cơ sở\nTrần Văn Bình\t7\t3\n");
    CHECK(doubts.empty());
    CHECK(figures() == QStringLiteral("7/6 7/5 7/7 - 7/3"));
}

TEST_CASE_METHOD(Ballots, "names that are not in the sheet are said before anything is written")
{
    paste("Lê Thị Lan\t7\t7\nNguyễn Thị Hướng\t7\t5\n"); // a mark makes another name
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.front().text.contains(QStringLiteral("1 tên của khối không có trong bảng: Nguyễn Thị Hướng.")));
    CHECK(doubts.front().accept == QStringLiteral("Ghi 1 dòng khớp tên"));
    CHECK(edits.isEmpty());
    grid.goTo(1, QStringLiteral("name"));
    paste("Người lạ\t7\t7\n"); // pasted where the names stand
    REQUIRE(doubts.size() == 2);
    CHECK(doubts.back().accept.isEmpty());
    CHECK(edits.isEmpty());
}

TEST_CASE("without anybody to ask, a block that does not fit is not written")
{
    Ballots ballots;
    ballots.grid.setAskPaste({});
    ballots.grid.goTo(5, QStringLiteral("issued"));
    ballots.paste("7\t6\n7\t5\n");
    CHECK(ballots.edits.isEmpty());
}

namespace {

/// Two people of one name, told apart by their post.
struct Namesakes {
    GridTable grid;
    std::vector<PasteDoubt> doubts;
    bool accept = true;

    Namesakes()
        : grid(columns(), QStringLiteral("results"), QStringLiteral("Kết quả"))
    {
        QVector<GridRow> rows;
        rows << row(1, "Nguyễn Thị Hạnh", "Hiệu trưởng") << row(2, "Lê Thị Lan", "Giáo viên") << row(3, "Nguyễn Thị Hạnh", "Văn thư");
        grid.setRows(rows);
        grid.setAskPaste([this](const PasteDoubt& doubt) {
            doubts.push_back(doubt);
            return accept;
        });
        grid.resize(700, 300);
        grid.show();
        grid.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&grid));
        grid.goTo(1, QStringLiteral("months"));
        grid.view()->setFocus();
    }
    static std::vector<GridColumn> columns()
    {
        GridColumn name{ QStringLiteral("name"), QStringLiteral("Họ và tên"), GridKind::Text, 200, Align::Left };
        name.readOnly = name.names = true;
        GridColumn post{ QStringLiteral("post"), QStringLiteral("Chức vụ"), GridKind::Text, 120, Align::Left };
        post.readOnly = true;
        return { name, post, { QStringLiteral("months"), QStringLiteral("Số tháng làm việc"), GridKind::Number },
            { QStringLiteral("days"), QStringLiteral("Ngày nghỉ"), GridKind::Number } };
    }
    static GridRow row(std::int64_t id, const char* name, const char* post)
    {
        return { id, { QString::fromUtf8(name), QString::fromUtf8(post), QString(), QString() } };
    }
    QString paste(const char* block)
    {
        QApplication::clipboard()->setText(QString::fromUtf8(block));
        QTest::keyClick(grid.view(), Qt::Key_V, Qt::ControlModifier);
        QStringList all;
        for (const auto& row : grid.rows())
            all << (row.cells[2].value.isEmpty() ? QStringLiteral("-") : row.cells[2].value);
        return all.join(QLatin1Char(' '));
    }
};

}

TEST_CASE_METHOD(Namesakes, "a block does not guess which of two people of one name is meant")
{
    CHECK(paste("Họ và tên\tSố tháng\nLê Thị Lan\t12\nNguyễn Thị Hạnh\t11\n") == QStringLiteral("- 12 -"));
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.front().text.contains(QStringLiteral("nhiều người cùng tên, khối không cho biết là ai: Nguyễn Thị Hạnh")));
    CHECK(doubts.front().accept == QStringLiteral("Ghi 1 dòng khớp tên"));
    CHECK(paste("Nguyễn Thị Hạnh\t9\nNguyễn Thị Hạnh\t8\nLê Thị Lan\t7\n") == QStringLiteral("- 7 -")); // not the grid's order
}

TEST_CASE_METHOD(Namesakes, "the post tells people of one name apart, and the grid's own order does")
{
    CHECK(paste("Họ và tên\tChức vụ\tSố tháng\nNguyễn Thị Hạnh\tHiệu trưởng\t11\n") == QStringLiteral("11 - -"));
    CHECK(doubts.empty());
    CHECK(paste("Nguyễn Thị Hạnh\t9\nLê Thị Lan\t8\nNguyễn Thị Hạnh\t7\n") == QStringLiteral("9 8 7"));
}

TEST_CASE_METHOD(Namesakes, "a column of the block that the grid does not have is said before anything is written")
{
    accept = false;
    CHECK(paste("STT\tHọ và tên\tĐiểm\tSố tháng\n1\tLê Thị Lan\t9\t12\n") == QStringLiteral("- - -"));
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.front().text.contains(QStringLiteral("Cột không nhận ra, sẽ không ghi: Điểm.")));
}
