// SPDX-License-Identifier: GPL-3.0-or-later
// Hội thi: called, entered, marked at the grid, prizes, results in the activities, by keys and clicks on the sample school.
#include "ui/follow_bench.h"

#include "services/follow/activity_service.h"
#include "services/follow/contest_service.h"
#include "ui/pages/activities/activities_page.h"
#include "ui/pages/contests/contests_page.h"
#include "ui/pages/contests/marks_dialog.h"
#include "ui/widgets/tick_box.h"

#include <QTimer>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::follow;

namespace {

struct ContestBench : Bench {
    explicit ContestBench(int year = 2022, bool closed = false) : Bench(year, Date(2022, 9, 26), closed) { show<ContestsPage>("contests"); }
    services::ContestService service() { return services::ContestService(*file); }
    std::vector<services::ContestRow> rows() { return service().contests(yearId()).value(); }
    services::ContestRow row() { return rows().front(); }
    std::size_t written()
    {
        const auto all = services::ActivityService(*file).activities(yearId()).value();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const auto& one) { return one.contest.has_value(); }));
    }
    void tick(const QString& name)
    {
        for (auto* box : window->findChildren<TickBox*>())
            if (box->accessibleName() == name) {
                box->click();
                settle();
                return;
            }
        FAIL("no box " << name.toStdString());
    }
    void call()
    {
        press(Qt::Key_N, Qt::ControlModifier);
        type("contestName", QStringLiteral("Hội thi đồ dùng dạy học"));
        type("contestFrom", QStringLiteral("5/9/2022"));
        type("contestCloses", QStringLiteral("20/9/2022"));
        type("contestJudged", QStringLiteral("23/9/2022"));
        tick(QStringLiteral("Lê Văn Thắng"));
        tick(QStringLiteral("Bùi Quang Huy"));
        click("contestSave");
    }
    void enter(const QString& title, const QString& who)
    {
        act("contests.entry");
        type("entryTitle", title);
        auto& author = part<SearchField>("entryAuthor0");
        author.setText(who);
        settle();
        REQUIRE_FALSE(author.offered().empty());
        author.setValue(author.offered().front());
        type("entryReceived", QStringLiteral("19/9/2022"));
        click("entrySave");
    }
    /// Types marks into the grid of the dialog, one line after the other.
    void mark(const std::function<void(MarksDialog&)>& hand)
    {
        QTimer::singleShot(0, window.get(), [&] {
            auto* dialog = qobject_cast<MarksDialog*>(QApplication::activeModalWidget());
            REQUIRE(dialog);
            CHECK(Bench::nameless(dialog).join(' ').toStdString() == "");
            hand(*dialog);
            dialog->accept();
        });
        act("contests.marks");
    }
};

void typeMark(MarksDialog& dialog, std::int64_t entry, std::int64_t judge, const QString& mark)
{
    REQUIRE(dialog.grid()->goTo(entry, QString::number(judge)));
    Bench::settle();
    for (const QChar letter : mark) { // the first one opens the cell, which then has the focus
        REQUIRE(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    Bench::settle();
}

}

TEST_CASE("a contest goes from its call to the register of activities by hand, and each step is undone")
{
    ContestBench bench;
    CHECK(bench.summary().contains(QStringLiteral("chưa có hội thi nào")));
    CHECK_FALSE(bench.can("contests.entry"));
    bench.call();
    REQUIRE(bench.rows().size() == 1);
    CHECK(bench.row().prizes.size() == 4); // those of the contest of the year before
    CHECK(bench.row().judges.size() == 2);
    CHECK_FALSE(bench.can("contests.marks")); // nothing to mark yet
    bench.enter(QStringLiteral("Bàn tính gỗ"), QStringLiteral("a khoi"));
    bench.enter(QStringLiteral("Đồng hồ số"), QStringLiteral("y hien"));
    bench.enter(QStringLiteral("Bảng cài"), QStringLiteral("bui quang huy"));
    REQUIRE(bench.row().entries.size() == 3);
    CHECK(bench.row().entries[2].entry.code == "03");
    CHECK(bench.panelWords().contains(QStringLiteral("3 bài dự thi")));
    CHECK_FALSE(bench.can("contests.prizes"));
    const auto now = bench.row();
    bench.mark([&](MarksDialog& dialog) {
        const auto thang = now.judges[0].id.value(), huy = now.judges[1].id.value();
        typeMark(dialog, now.entries[0].id.value(), thang, QStringLiteral("8,25"));
        CHECK(bench.row().entries[0].marks.size() == 1);
        typeMark(dialog, now.entries[0].id.value(), huy, QStringLiteral("11"));
        CHECK(dialog.grid()->errorCount() == 1); // stays in its cell with the reason, and is not saved
        CHECK(bench.row().entries[0].marks.size() == 1);
        typeMark(dialog, now.entries[0].id.value(), huy, QStringLiteral("8"));
        CHECK(dialog.grid()->errorCount() == 0);
        typeMark(dialog, now.entries[1].id.value(), thang, QStringLiteral("9"));
        typeMark(dialog, now.entries[1].id.value(), huy, QStringLiteral("9,5"));
        typeMark(dialog, now.entries[2].id.value(), thang, QStringLiteral("7"));
        CHECK_FALSE(dialog.grid()->model()->isEditable(2, dialog.grid()->model()->columnOf(QString::number(huy)))); // his own
        CHECK(bench.words(&dialog).contains(QStringLiteral("Đã chấm đủ")));
        CHECK_FALSE(bench.words(&dialog).contains(QStringLiteral("A Khôi")));
    });
    CHECK(bench.row().missingMarks() == 0);
    bench.act("contests.prizes");
    CHECK(bench.panelWords().contains(QStringLiteral("Hạng 1 – 9,25 điểm: bài 02, Y Hiền")));
    bench.click("prizesSave");
    CHECK(bench.row().entries[1].prizeName == "Giải Nhất");
    CHECK(bench.row().entries[0].prizeName == "Giải Nhì");
    bench.act("contests.confirm");
    CHECK(bench.written() == 3);
    CHECK(bench.panelWords().contains(QStringLiteral("Kết quả đã ghi thành 3 mục")));
    CHECK_FALSE(bench.can("contests.confirm"));
    CHECK_FALSE(bench.can("contests.remove"));
    bench.act("contests.print");
    bench.act("contests.call");
    CHECK(bench.previews.size() == 2);
    bench.undo();
    CHECK(bench.written() == 0);
    bench.act("contests.confirm");
    bench.prompter.answer(true);
    bench.act("contests.takeback");
    CHECK(bench.written() == 0);
    CHECK(Bench::nameless(&bench.page()).join(' ').toStdString() == "");
}

TEST_CASE("bad input of a call and of an entry is said at its field, and nothing is written")
{
    ContestBench bench;
    bench.press(Qt::Key_N, Qt::ControlModifier);
    bench.type("contestName", QStringLiteral("Hội thi"));
    bench.type("contestFrom", QStringLiteral("20/9/2022"));
    bench.type("contestCloses", QStringLiteral("5/9/2022"));
    bench.type("contestJudged", QStringLiteral("1/8/2023"));
    bench.click("contestSave");
    CHECK(bench.rows().empty());
    CHECK(bench.panelWords().contains(QStringLiteral("Ngày hết nhận bài 05/09/2022 trước ngày bắt đầu 20/09/2022")));
    bench.type("contestCloses", QStringLiteral("22/9/2022"));
    bench.click("contestSave");
    CHECK(bench.rows().empty());
    CHECK(bench.panelWords().contains(QStringLiteral("không thuộc năm học")));
    bench.type("contestJudged", QStringLiteral("24/9/2022"));
    bench.click("contestSave");
    REQUIRE(bench.rows().size() == 1);
    bench.act("contests.entry");
    bench.type("entryTitle", QStringLiteral("Bàn tính gỗ"));
    bench.click("entrySave");
    CHECK(bench.panelWords().contains(QStringLiteral("Xin chọn tác giả")));
    auto& author = bench.part<SearchField>("entryAuthor0");
    author.setText(QStringLiteral("a khoi"));
    Bench::settle();
    author.setValue(author.offered().front());
    bench.type("entryReceived", QStringLiteral("23/9/2022"));
    bench.click("entrySave");
    CHECK(bench.row().entries.empty());
    CHECK(bench.panelWords().contains(QStringLiteral("sau ngày hết nhận bài")));
}

TEST_CASE("the contest of a closed year is read, filtered by what is to be told, printed, and not written")
{
    ContestBench bench(2021, true);
    REQUIRE(bench.rows().size() == 1);
    CHECK_FALSE(bench.can("contests.add"));
    CHECK_FALSE(bench.can("contests.entry"));
    CHECK(bench.panelWords().contains(QStringLiteral("Tủ sách trên nương")));
    bench.part<SegmentBar>("entryViews").setCurrentKey(QStringLiteral("story"));
    emit bench.part<SegmentBar>("entryViews").chosen(QStringLiteral("story"));
    Bench::settle();
    CHECK(bench.panelWords().contains(QStringLiteral("Già làng vận động học sinh ra lớp")));
    CHECK_FALSE(bench.panelWords().contains(QStringLiteral("Chị cả của tổ")));
    bench.press(Qt::Key_P, Qt::ControlModifier);
    CHECK(bench.previews.size() == 1);
}

TEST_CASE("an activity that a contest wrote leads to it")
{
    ContestBench bench(2021);
    auto* page = bench.show<ActivitiesPage>("activities");
    const auto all = services::ActivityService(*bench.file).activities(bench.yearId()).value();
    const auto one = std::find_if(all.begin(), all.end(), [](const auto& row) { return row.contest.has_value(); });
    REQUIRE(one != all.end());
    bench.table()->setCurrentId(one->id.value());
    CHECK(bench.panelWords().contains(QStringLiteral("Do hội thi ghi")));
    for (auto* list : page->findChildren<DetailList*>())
        emit list->linkActivated(QStringLiteral("contest"));
    Bench::settle();
    CHECK(bench.page().info().id == QStringLiteral("contests"));
}
