// SPDX-License-Identifier: GPL-3.0-or-later
// Small screens and large text: every page, panel, form and dialog, with nothing cut and nothing out of reach.
#include "domain/meeting.h"
#include "domain/school_year.h"
#include "e2e/looks.h"
#include "services/core/school_service.h"
#include "services/review/council_service.h"
#include "ui/shell/guide_window.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/step_bar.h"

#include <QClipboard>
#include <QDialog>
#include <QHeaderView>
#include <QPointer>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

using namespace thidua;
using namespace thidua::test;

namespace {

void selectFirstRows(ui::Page& page)
{
    for (auto* table : page.findChildren<ui::RecordTable*>())
        if (table->isVisible() && !table->shownIds().isEmpty())
            table->setCurrentId(table->shownIds().first());
    for (auto* grid : page.findChildren<ui::GridTable*>())
        if (grid->isVisible() && !grid->rows().isEmpty())
            grid->view()->setCurrentIndex(grid->model()->index(0, 2));
}

/// Tables whose tools take a line from their rows.
QString secondLines(const ui::Page& page)
{
    QStringList found;
    for (auto* table : page.findChildren<ui::RecordTable*>()) {
        const auto* bar = table->layout()->itemAt(0)->widget();
        if (!table->isVisible() || !bar->isVisible())
            continue;
        int first = -1;
        for (const auto* tool : bar->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
            const int middle = tool->geometry().center().y();
            first = first < 0 ? middle : first;
            if (tool->isVisible() && std::abs(middle - first) > tool->height() / 2)
                found << table->objectName();
        }
    }
    return found.join(QLatin1Char(' '));
}

void settleLayout()
{
    Hand::settle();
    QTest::qWait(15);
}

}

TEST_CASE("every page with its panel is within reach on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    for (const auto& year : { SchoolYear(2022), SchoolYear(2021) }) {
        opened.school->showYear(year);
        for (const auto& id : kPages) {
            auto& page = opened.page(id);
            selectFirstRows(page);
            INFO(id.toStdString() << ", " << year.text() << " at " << named(look));
            CHECK(atRest([&] { return outOfReach(opened.window()); }).toStdString() == "");
            CHECK(opened.window().size() == look.size);
            if (look.size.width() > 1024 && look.factor == 1.0)
                CHECK(secondLines(page).toStdString() == "");
        }
    }
}

TEST_CASE("every step of a meeting is within reach on a small screen and at 150 %, and the count shows its rows")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    opened.school->showYear(SchoolYear(2021));
    services::CouncilService councils(opened.school->file());
    const auto year = services::SchoolService(opened.school->file()).yearOf(SchoolYear(2021)).value().id;
    const auto meetings = councils.meetings(year).value();
    const auto voted = std::ranges::find_if(meetings, [&](const auto& row) { return councils.meeting(row.id)->tallies.size() > 20; });
    REQUIRE(voted != meetings.end());
    auto& page = opened.page(pages::kCouncil);
    REQUIRE(page.openRecord(domain::EntityKind::Meeting, voted->id.value()));
    settleLayout();
    for (int step = 0; step < 5; ++step) {
        emit page.findChild<ui::StepBar*>(QStringLiteral("meeting-steps"))->stepChosen(step);
        settleLayout();
        INFO("step " << step + 1 << " at " << named(look));
        CHECK(atRest([&] { return outOfReach(opened.window()); }).toStdString() == "");
        const auto* grid = page.findChild<ui::GridTable*>(QStringLiteral("tally-grid"));
        if (step == 3) {
            REQUIRE(grid);
            CHECK(grid->view()->viewport()->height() >= ui::Theme::px(2 * 44));
        }
    }
}

TEST_CASE("what lies behind asks for no room: plans and settings do not scroll on a screen that holds what they show")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(1366, 728);
    opened.school->showYear(SchoolYear(2022));
    const auto scrolls = [&] {
        settleLayout();
        int most = 0;
        for (const auto* area : opened.window().currentPage()->findChildren<QScrollArea*>(Qt::FindDirectChildrenOnly))
            most = std::max(most, area->verticalScrollBar()->maximum());
        return most;
    };
    auto& plans = opened.page(pages::kPlans);
    CHECK(scrolls() == 0);
    plans.setFocus();
    QTest::keyClick(&opened.window(), Qt::Key_N, Qt::ControlModifier);
    CHECK(scrolls() == 0);
    plans.escape();
    opened.prompter.answer(1);
    opened.page(pages::kSettings);
    for (const char* part : {"settings.years", "settings.look"}) {
        INFO(part);
        opened.window().actions().find(QLatin1String(part))->trigger();
        CHECK(scrolls() == 0);
    }
}

TEST_CASE("what was saved last and its way back stand in the window at every size")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    opened.window().status().saved(
        QStringLiteral("Đã ghi đăng ký danh hiệu Chiến sĩ thi đua cơ sở của Hoàng Thị Bích Liên và ba người khác trong Tổ 2–3 lúc 14:36"),
        true);
    settleLayout();
    INFO(named(look));
    auto& status = opened.window().status();
    CHECK(QRect(QPoint(), opened.window().size()).contains(QRect(status.mapTo(&opened.window(), QPoint()), status.size())));
    CHECK(outOfReach(status).toStdString() == "");
    bool undo = false;
    for (const auto* button : status.findChildren<QPushButton*>())
        undo = undo || (button->isVisible() && button->text() == QStringLiteral("Hoàn tác"));
    CHECK(undo);
}

TEST_CASE("every form that Ctrl+N opens is within reach on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    opened.school->showYear(SchoolYear(2022));
    for (const auto& id : kPages) {
        opened.page(id).setFocus();
        QTest::keyClick(&opened.window(), Qt::Key_N, Qt::ControlModifier);
        INFO(id.toStdString() << " at " << named(look));
        CHECK(atRest([&] { return outOfReach(opened.window()); }).toStdString() == "");
        opened.window().currentPage()->escape();
        settleLayout();
    }
}

TEST_CASE("every dialog that a command opens fits on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(look.size);
    const auto& year = GENERATE(SchoolYear(2022), SchoolYear(2021));
    opened.school->showYear(year);
    // The list that the paste window shows: as many columns as lists have, more rows than fit.
    QStringList lines{QStringLiteral("STT\tHọ và tên\tNgày sinh\tNam\tNữ\tChức vụ\tTổ\tTrình độ\tNgày vào ngành\tĐiện thoại\tĐịa chỉ\tGhi chú")};
    for (int i = 1; i <= 20; ++i)
        lines << QStringLiteral("%1\tNguyễn Văn Thử %1\t12/03/1985\tx\t\tGiáo viên\tTổ 1\tĐại học\t01/09/2008\t0900\tMăng Đen\t").arg(i);
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    const QSize screenRoom = opened.window().screen()->availableSize();
    QStringList tooLarge;
    int seen = 0;
    QString problem;
    QTimer watch;
    watch.setInterval(20);
    QObject::connect(&watch, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        ++seen;
        const QSize least = screenRoom.expandedTo(dialog->minimumSizeHint()).expandedTo(dialog->minimumSize()); // this screen is narrower than any
        if (dialog->width() > least.width() || dialog->height() > least.height())
            tooLarge << dialog->objectName();
        dialog->resize(dialog->size().boundedTo(look.size - QSize(12, 40)));
        Hand::settle();
        const QSize room = look.size - QSize(2, 38);
        if (dialog->width() > room.width() || dialog->height() > room.height())
            problem = QStringLiteral("%1 is %2x%3").arg(dialog->objectName()).arg(dialog->width()).arg(dialog->height());
        else
            problem = outOfReach(*dialog);
        const auto buttons = dialog->findChildren<QPushButton*>();
        if (std::count_if(buttons.begin(), buttons.end(), [](const auto* one) { return one->isDefault(); }) > 1)
            problem += QStringLiteral(" more than one button that Enter presses");
        QTest::keyClick(dialog, Qt::Key_Escape); // in every dialog
        if (dialog->isVisible()) {
            problem += QStringLiteral(" Esc does not close it");
            dialog->reject();
        }
    });
    watch.start();
    for (const auto& id : kPages) {
        selectFirstRows(opened.page(id));
        settleLayout();
        QStringList commands;
        for (auto* action : opened.window().actions().findChildren<QAction*>())
            if (action->isEnabled() && action->property("context").toString() == id && action->text().endsWith(QStringLiteral("…")))
                commands << action->objectName();
        for (const QString& command : commands) {
            auto* action = opened.window().actions().find(command);
            opened.page(id);
            if (!action->isEnabled())
                continue;
            problem.clear();
            action->trigger();
            settleLayout();
            for (int i = 0; i < 3; ++i) { // those without a loop of their own
                QPointer<QDialog> open;
                for (auto* dialog : opened.window().findChildren<QDialog*>())
                    if (dialog->isVisible())
                        open = dialog;
                if (!open)
                    break;
                ++seen;
                open->resize(open->size().boundedTo(look.size - QSize(12, 40)));
                settleLayout();
                problem = atRest([&] { return open ? outOfReach(*open) : QString(); });
                if (open)
                    QTest::keyClick(open, Qt::Key_Escape);
                if (open && open->isVisible()) {
                    problem += QStringLiteral(" Esc does not close it");
                    open->close();
                }
                settleLayout();
            }
            INFO(command.toStdString() << " at " << named(look));
            CHECK(problem.toStdString() == "");
            opened.window().currentPage()->escape();
        }
    }
    CHECK(seen > 2);
    CHECK(tooLarge.join(QLatin1Char(' ')).toStdString() == "");
}

TEST_CASE("figures of a count that could not be written stay when the text size is changed, and nothing else is dropped unasked")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(1366, 728);
    opened.school->showYear(SchoolYear(2022));
    auto* page = &opened.page(pages::kYearRecords);
    auto* grid = page->findChild<ui::GridTable*>(QStringLiteral("yearPeople"));
    REQUIRE(grid);
    const auto row = grid->rows().first().id;
    grid->refuse({{row, QStringLiteral("months"), QStringLiteral("Ổ đĩa đã đầy."), QStringLiteral("15")}});
    const auto entries = opened.window().entries();
    REQUIRE(entries.contains(QLatin1String(pages::kYearRecords)));
    opened.prompter.answer(1); // given up, to go to the settings: nothing red is left to be carried
    const auto scale = [&](const char* key) {
        opened.page(pages::kSettings);
        opened.window().actions().find(QStringLiteral("settings.look"))->trigger();
        Hand::settle();
        auto* segments = opened.window().findChild<ui::SegmentBar*>(QStringLiteral("lookScale"));
        REQUIRE(segments);
        segments->setCurrentKey(QLatin1String(key));
        emit segments->chosen(QLatin1String(key));
        settleLayout();
    };
    scale("125");
    opened.window().restoreEntries(entries); // as what stood there is brought along
    grid = opened.page(pages::kYearRecords).findChild<ui::GridTable*>(QStringLiteral("yearPeople"));
    CHECK(grid->errorCount() == 1);
    CHECK(grid->model()->index(0, grid->model()->columnOf(QStringLiteral("months"))).data().toString() == QStringLiteral("15"));
    opened.prompter.answer(1);
    scale("100");
    setFactor(1.0);
}

TEST_CASE("the guide fits on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    ui::GuideWindow guide;
    guide.resize(look.size - QSize(40, 60));
    guide.show();
    settleLayout();
    CHECK(outOfReach(guide).toStdString() == "");
}

TEST_CASE("coming back from 150 % restores the columns, the window and the page")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.window().resize(1366, 728);
    const auto widths = [&] {
        std::vector<int> all;
        auto* header = opened.page(pages::kStaff).findChild<ui::RecordTable*>()->view()->horizontalHeader();
        for (int section = 0; section < header->count(); ++section)
            all.push_back(header->isSectionHidden(section) ? 0 : header->sectionSize(section));
        return all;
    };
    const auto choose = [&](const char* key) {
        opened.page(pages::kSettings);
        opened.window().actions().find(QStringLiteral("settings.look"))->trigger();
        Hand::settle();
        auto* scale = opened.window().findChild<ui::SegmentBar*>(QStringLiteral("lookScale"));
        REQUIRE(scale);
        scale->setCurrentKey(QLatin1String(key));
        emit scale->chosen(QLatin1String(key));
        settleLayout();
    };
    opened.page(pages::kStaff).findChild<ui::RecordTable*>()->view()->horizontalHeader()->resizeSection(1, 233);
    settleLayout();
    const auto before = widths();
    choose("150");
    CHECK(opened.window().navigation().current() == QLatin1String(pages::kSettings));
    CHECK(opened.window().size() == QSize(1366, 728));
    CHECK(widths()[1] == 350);
    settleLayout();
    CHECK(outOfReach(opened.window()).toStdString() == "");
    choose("100");
    settleLayout();
    CHECK(widths() == before);
    setFactor(1.0);
}
