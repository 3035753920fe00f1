// SPDX-License-Identifier: GPL-3.0-or-later
// One step for a whole team; usual honours first; what was withdrawn says so.
#include "ui/follow_bench.h"

#include <QAction>
#include <QPointer>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::follow;

namespace {

int absentPeople(Bench& bench)
{
    int count = 0;
    for (const auto& row : bench.board().rows)
        count += row.subject.person && row.status == kNone ? 1 : 0;
    return count;
}

}

TEST_CASE("marked rows are registered together and one Ctrl+Z takes it back")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const int before = absentPeople(bench);
    REQUIRE(before > 1);
    const auto offered = [&bench] {
        int shown = 0;
        for (const auto* button : bench.table()->findChildren<QPushButton*>())
            shown += button->isVisible() && (button->text() == QStringLiteral("Đăng ký chung…") || button->text() == QStringLiteral("Sao chép lời nhắc"));
        return shown;
    };
    bench.table()->setCurrentId(bench.firstWith(kNone));
    CHECK(offered() == 0); // nothing is ticked yet
    QVector<std::int64_t> absent;
    for (const auto& row : bench.board().rows)
        if (row.subject.person && row.status == kNone)
            absent << rowIdOf(row.subject);
    bench.table()->setTicked(absent);
    CHECK(offered() == 2);
    bench.window->actions().find(QStringLiteral("registrations.add-marked"))->trigger();
    const QPointer<QDialog> dialog = bench.find<QDialog>("registerMany");
    REQUIRE(dialog);
    CHECK(dialog->windowTitle() == QStringLiteral("Đăng ký chung: %1 dòng đã đánh dấu").arg(absent.size()));
    bench.click("registerMany.save"); // nothing chosen yet
    CHECK(absentPeople(bench) == before);
    dialog->findChild<QCheckBox*>(QStringLiteral("honour.lao-dong-tien-tien"))->click();
    bench.click("registerMany.save");
    CHECK(absentPeople(bench) == 0);
    CHECK((dialog.isNull() || !dialog->isVisible()));
    QApplication::processEvents(); // the dialog is gone
    bench.window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(bench.window.get()));
    bench.table()->view()->setFocus();
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(absentPeople(bench) == before);
}

TEST_CASE("the team of the chosen row is offered with its names")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const auto id = bench.firstWith(kNone);
    bench.table()->setCurrentId(id);
    bench.window->actions().find(QStringLiteral("registrations.add-team"))->trigger();
    auto* dialog = bench.find<QDialog>("registerMany");
    REQUIRE(dialog);
    CHECK(dialog->windowTitle().contains(toQ(bench.registration(id).team)));
    QString words;
    for (auto* label : dialog->findChildren<QLabel*>())
        words += label->text();
    CHECK(words.contains(toQ(bench.registration(id).name).section(QLatin1Char(' '), -1)));
}

TEST_CASE("the honours that the school uses stand first, the rest behind one link")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    bench.table()->setCurrentId(bench.firstWith(kNone));
    auto* usual = bench.find<QCheckBox>("honour.lao-dong-tien-tien");
    REQUIRE(usual);
    CHECK(usual->isVisible());
    QCheckBox* rare = nullptr;
    for (auto* box : bench.page().findChildren<QCheckBox*>()) {
        UNSCOPED_INFO(box->objectName().toStdString() << box->isHidden());
        if (box->objectName().startsWith(QStringLiteral("honour.")) && box->isHidden())
            rare = box;
    }
    REQUIRE(rare);
    CHECK_FALSE(rare->isVisible());
    bench.click("honour.more");
    CHECK(rare->isVisible());
}

TEST_CASE("a withdrawn registration says so, with the day and the reason")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    const auto id = bench.firstWith(services::RegistrationStatus::Complete);
    const auto row = bench.registration(id);
    REQUIRE(services::RegistrationService(*bench.file).withdraw(*row.id, "chuyển công tác"));
    const auto cell = statusCell(bench.registration(id));
    CHECK(cell.text == QStringLiteral("Đã rút 26/09/2022"));
    CHECK(cell.tip == QStringLiteral("chuyển công tác"));
}

TEST_CASE("a task of the overview shows exactly the people it is about, until the filter is taken away")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    std::vector<domain::SubjectRef> absent;
    for (const auto& row : bench.board().rows)
        if (row.subject.person && row.status == kNone)
            absent.push_back(row.subject);
    const auto all = static_cast<int>(bench.table()->shownIds().size());
    REQUIRE(static_cast<int>(absent.size()) < all);
    bench.window->shell().showOnly(QStringLiteral("registrations"), absent);
    CHECK(bench.table()->shownIds().size() == static_cast<int>(absent.size()));
    REQUIRE(bench.find("filterNotice"));
    bench.click("clearFilters");
    CHECK(bench.table()->shownIds().size() == all);

    bench.window->shell().showOnly(QStringLiteral("year-records"), {absent.front(), absent.back()});
    QApplication::processEvents();
    const GridTable* grid = nullptr;
    for (const auto* one : bench.page().findChildren<GridTable*>())
        grid = one->isVisible() ? one : grid;
    REQUIRE(grid);
    CHECK(grid->rows().size() == 2);
    bench.click("clearFilters");
    CHECK(grid->rows().size() > 2);
}

TEST_CASE("the registration's form and the dialog for many are reached by Tab")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    bench.table()->setCurrentId(bench.firstWith(kNone));
    auto* close = bench.page().findChild<SidePanel*>()->findChild<QPushButton*>(QStringLiteral("panelClose"));
    QStringList way;
    if (close)
        close->setFocus(Qt::TabFocusReason);
    else
        bench.find<QCheckBox>("honour.lao-dong-tien-tien")->setFocus();
    for (int i = 0; i < 12; ++i) {
        way << (QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString());
        bench.press(Qt::Key_Tab);
    }
    INFO(way.join(QLatin1Char(' ')).toStdString());
    CHECK(way.contains(QStringLiteral("honour.lao-dong-tien-tien")));
    CHECK(way.contains(QStringLiteral("registrationSave")));

    bench.window->actions().find(QStringLiteral("registrations.add-team"))->trigger();
    const QPointer<QDialog> dialog = bench.find<QDialog>("registerMany");
    REQUIRE(dialog);
    dialog->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(dialog));
    QStringList stops;
    for (int i = 0; i < 8; ++i) {
        stops << (QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString());
        bench.press(Qt::Key_Tab);
    }
    INFO(stops.join(QLatin1Char(' ')).toStdString());
    CHECK(stops.first().startsWith(QStringLiteral("honour.")));
    CHECK(stops.contains(QStringLiteral("registerMany.save")));
    CHECK(stops.contains(QStringLiteral("honour.more")));
}

TEST_CASE("F2 and F6 lead from the table into the registration's form")
{
    Bench bench;
    bench.show<RegistrationsPage>("registrations");
    bench.table()->setCurrentId(bench.firstWith(kNone));
    bench.table()->view()->setFocus();
    bench.press(Qt::Key_F2);
    REQUIRE(QApplication::focusWidget());
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("honour.lao-dong-tien-tien"));
    bench.table()->view()->setFocus();
    bench.press(Qt::Key_F6);
    REQUIRE(QApplication::focusWidget());
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("honour.lao-dong-tien-tien"));
}
