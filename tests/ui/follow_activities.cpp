// SPDX-License-Identifier: GPL-3.0-or-later
// Hoạt động, thành tích: entered for a whole team, pasted, confirmed, edited, removed, on the sample school.
#include "ui/follow_bench.h"

#include "services/follow/activity_service.h"
#include "ui/pages/activities/activities_page.h"
#include "ui/pages/activities/activity_paste_dialog.h"
#include "ui/pages/activities/kinds_dialog.h"
#include "ui/widgets/tick_box.h"

#include <QTimer>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::follow;

namespace {

struct ActivityBench : Bench {
    explicit ActivityBench(int year = 2022, bool closed = false) : Bench(year, Date(2022, 9, 26), closed) {}
    services::ActivityService service() { return services::ActivityService(*file); }
    std::vector<services::ActivityRow> rows() { return service().activities(yearId()).value(); }
    void choose(const QString& field, const QString& words)
    {
        auto& choice = part<ChoiceField>(field);
        const int at = choice.findText(words);
        INFO(words.toStdString());
        REQUIRE(at >= 0);
        choice.setCurrentIndex(at);
        settle();
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
};

}

TEST_CASE("an activity of a whole team is one step, found in the list, and undone")
{
    ActivityBench bench;
    bench.show<ActivitiesPage>("activities");
    CHECK(bench.summary().contains(QStringLiteral("Chưa ghi hoạt động nào")));
    bench.press(Qt::Key_N, Qt::ControlModifier);
    bench.choose("kind", QStringLiteral("Dự giờ"));
    bench.click("activitySave"); // nobody yet
    CHECK(bench.rows().empty());
    CHECK(bench.panelWords().contains(QStringLiteral("Xin chọn người hoặc tập thể.")));
    bench.type("on", QStringLiteral("20/9/2022"));
    bench.type("count", QStringLiteral("2"));
    bench.tick(QStringLiteral("Cả Tổ 1"));
    bench.click("activitySave");
    const auto rows = bench.rows();
    REQUIRE(rows.size() > 3);
    for (const auto& row : rows) {
        CHECK(row.unit == "Tổ 1");
        CHECK(row.activity.count == 2);
        CHECK(row.confirmed());
    }
    CHECK(bench.table()->currentId().has_value());
    CHECK(bench.summary().contains(QStringLiteral("%1 mục của %1 người").arg(rows.size())));
    bench.undo();
    CHECK(bench.rows().empty());
}

TEST_CASE("what the kind asks for is asked, a colleague is another one, and an entry that waits is confirmed")
{
    ActivityBench bench;
    bench.show<ActivitiesPage>("activities");
    bench.press(Qt::Key_N, Qt::ControlModifier);
    bench.choose("kind", QStringLiteral("Thi đồ dùng dạy học"));
    CHECK(bench.find<ChoiceField>("level"));
    CHECK(bench.find<LineField>("result"));
    CHECK_FALSE(bench.find<NumberField>("amount"));
    bench.choose("kind", QStringLiteral("Giúp đỡ đồng nghiệp còn ít kinh nghiệm"));
    CHECK_FALSE(bench.find<ChoiceField>("level"));
    auto* helped = bench.find<SearchField>("helped");
    REQUIRE(helped);
    bench.type("on", QStringLiteral("20/9/2022"));
    bench.tick(QStringLiteral("A Khôi"));
    helped->setText(QStringLiteral("a khoi"));
    Bench::settle();
    REQUIRE_FALSE(helped->offered().empty());
    helped->setValue(helped->offered().front());
    bench.click("activitySave");
    CHECK(bench.rows().empty());
    CHECK(bench.panelWords().contains(QStringLiteral("Người được giúp phải là người khác")));
    helped->setText(QStringLiteral("y hien"));
    Bench::settle();
    helped->setValue(helped->offered().front());
    bench.part<CheckField>("confirmed").setChecked(false);
    bench.click("activitySave");
    REQUIRE(bench.rows().size() == 1);
    CHECK_FALSE(bench.rows().front().confirmed());
    CHECK(bench.summary().contains(QStringLiteral("1 chờ xác nhận")));
    bench.act("activities.confirm");
    CHECK(bench.rows().front().confirmed());
    CHECK_FALSE(bench.can("activities.confirm"));
    bench.press(Qt::Key_F2);
    bench.type("on", QStringLiteral("1/6/2023")); // outside the year
    bench.click("activitySave");
    CHECK(bench.panelWords().contains(QStringLiteral("không thuộc năm học")));
    bench.type("on", QStringLiteral("19/9/2022"));
    bench.click("activitySave");
    CHECK(bench.rows().front().activity.on == Date(2022, 9, 19));
    bench.prompter.answer(true);
    bench.act("activities.remove");
    CHECK(bench.rows().empty());
    bench.undo();
    CHECK(bench.rows().size() == 1);
}

TEST_CASE("a block from Excel is shown before it is written, what is wrong is told and left out")
{
    ActivityBench bench;
    auto* page = bench.show<ActivitiesPage>("activities");
    QString said;
    QTimer::singleShot(0, page, [&] {
        auto* dialog = qobject_cast<ActivityPasteDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog);
        CHECK(Bench::nameless(dialog).join(' ').toStdString() == "");
        said = bench.words(dialog);
        dialog->findChild<QPushButton*>(QStringLiteral("activityPasteWrite"))->click();
    });
    page->paste(QStringLiteral("Họ và tên\tDự giờ\tThao giảng\nA Khôi\t4\tx\nY Hiên\t1\t\nBùi Quang Huy\t\t2\n"));
    CHECK(said.contains(QStringLiteral("1 mục có chỗ sai")));
    const auto rows = bench.rows();
    CHECK(rows.size() == 3);
    bench.undo();
    CHECK(bench.rows().empty());
}

TEST_CASE("kinds are added, changed and removed in their dialog, and one that is used stays")
{
    ActivityBench bench;
    bench.show<ActivitiesPage>("activities");
    const auto before = bench.service().kinds()->size();
    QTimer::singleShot(0, bench.window.get(), [&] {
        auto* dialog = qobject_cast<KindsDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog);
        CHECK(Bench::nameless(dialog).join(' ').toStdString() == "");
        auto* save = dialog->findChild<QPushButton*>(QStringLiteral("kindSave"));
        auto* name = dialog->findChild<LineField*>(QStringLiteral("kindName"));
        save->click();
        CHECK(bench.service().kinds()->size() == before);
        name->setText(QStringLiteral("Thi viết chữ đẹp"));
        save->click();
        CHECK(bench.service().kinds()->size() == before + 1);
        bench.prompter.answer(true);
        dialog->findChild<QPushButton*>(QStringLiteral("kindRemove"))->click();
        CHECK(bench.service().kinds()->size() == before);
        dialog->accept();
    });
    bench.act("activities.kinds");
}

TEST_CASE("the year that is over shows its activities and lets none be written; print and search find them")
{
    ActivityBench bench(2021, true);
    bench.show<ActivitiesPage>("activities");
    CHECK(bench.rows().size() > 40);
    CHECK_FALSE(bench.can("activities.add"));
    CHECK_FALSE(bench.can("activities.paste"));
    bench.act("activities.print");
    REQUIRE_FALSE(bench.previews.empty());
    bench.table()->setCurrentId(bench.rows().front().id.value());
    CHECK(bench.panelWords().contains(QStringLiteral("Phong trào")));
    CHECK(Bench::nameless(&bench.page()).join(' ').toStdString() == "");
}
