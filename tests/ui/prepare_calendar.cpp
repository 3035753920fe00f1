// SPDX-License-Identifier: GPL-3.0-or-later
// Lịch năm học: by month and as a list, at the keyboard; days that are observed are added, changed and removed here.
#include "support/catch.h"

#include "services/prepare/plan_service.h"
#include "support/sample_file.h"
#include "ui/pages/calendar/calendar_page.h"
#include "ui/pages/calendar/month_grid.h"
#include "ui/pages/prepare/prepare_pages.h"
#include "ui/widgets/fields.h"
#include "ui/window_bench.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::prepare;

namespace {

struct CalendarBench : test::WindowBench {
    explicit CalendarBench(int year = 2021, bool closed = false) : WindowBench(Date(2022, 9, 20))
    {
        openFile(test::sampleFile(Date(2022, 9, 20)));
        openWindow(addPreparePages, year, closed);
        calendar = show<CalendarPage>(QStringLiteral("calendar"));
        REQUIRE(calendar != nullptr);
    }
    MonthGrid& grid() { return part<MonthGrid>(QStringLiteral("monthGrid")); }
    std::vector<services::Stored<domain::Observance>> days() { return services::PlanService(*file).observances().value(); }
    CalendarPage* calendar = nullptr;
};

}

TEST_CASE("the month is walked through by keys, and the day's lines open their rows")
{
    CalendarBench bench;
    CHECK_FALSE(bench.calendar->isList());
    CHECK(bench.words().contains(QStringLiteral("Tháng 9 năm 2021")));
    CHECK(bench.nameless(bench.calendar).isEmpty());
    auto& grid = bench.grid();
    grid.setFocus();
    CHECK(grid.current().month() == 9);
    bench.press(Qt::Key_PageDown);
    bench.press(Qt::Key_PageDown);
    CHECK(bench.words().contains(QStringLiteral("Tháng 11 năm 2021")));
    bench.press(Qt::Key_Home);
    for (int i = 0; i < 2; ++i)
        bench.press(Qt::Key_Down);
    for (int i = 0; i < 5; ++i)
        bench.press(Qt::Key_Right);
    REQUIRE(grid.current() == Date(2021, 11, 20));
    CHECK(bench.words().contains(QStringLiteral("Thứ Bảy, 20/11/2021")));
    CHECK(bench.words().contains(QStringLiteral("tuần 11")));
    CHECK(bench.words().contains(QStringLiteral("39 năm")));
    bench.press(Qt::Key_End);
    CHECK(grid.current() == Date(2021, 11, 30));
    bench.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(bench.calendar->isList());
    CHECK(bench.table()->view()->isVisible());
}

TEST_CASE("a day that is observed is added at the keyboard, found in the month, changed, removed and undone")
{
    CalendarBench bench;
    const auto had = bench.days().size();
    bench.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(bench.calendar->isList());
    CHECK(bench.find<NumberField>(QStringLiteral("dayOnlyYear")) == nullptr); // yearly: no year of its own
    bench.type(QStringLiteral("dayName"), QStringLiteral("Ngày thành lập trường"));
    bench.type(QStringLiteral("dayDay"), QStringLiteral("31"));
    bench.type(QStringLiteral("dayMonth"), QStringLiteral("4"));
    bench.type(QStringLiteral("dayBaseYear"), QStringLiteral("2001"));
    bench.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(bench.days().size() == had); // there is no 31/4
    CHECK(bench.panelWords().contains(QStringLiteral("Không có ngày 31/4")));
    bench.type(QStringLiteral("dayDay"), QStringLiteral("15"));
    bench.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(bench.days().size() == had + 1);
    CHECK(bench.panelWords().contains(QStringLiteral("21 năm")));
    CHECK(bench.panelWords().contains(QStringLiteral("15/04/2022")));
    CHECK(bench.can(QStringLiteral("calendar.edit")));
    CHECK_FALSE(bench.can(QStringLiteral("calendar.open")));
    bench.act(QStringLiteral("calendar.edit"));
    bench.type(QStringLiteral("dayName"), QStringLiteral("Ngày truyền thống của trường"));
    bench.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(bench.panelWords().contains(QStringLiteral("Ngày truyền thống của trường")));
    bench.prompter.answer(true);
    bench.act(QStringLiteral("calendar.remove"));
    CHECK(bench.days().size() == had);
    bench.undo();
    CHECK(bench.days().size() == had + 1);
}

TEST_CASE("a day of a campaign stays until the campaign lets it go; what is of another page is opened there")
{
    CalendarBench bench;
    bench.act(QStringLiteral("calendar.view"));
    const auto& rows = bench.calendar->rows();
    const auto tied = std::ranges::find_if(rows, [](const auto& row) { return !row.campaigns.empty(); });
    REQUIRE(tied != rows.end());
    const auto campaign = tied->campaigns.front();
    REQUIRE(bench.calendar->openRecord(domain::EntityKind::Observance, tied->id));
    CHECK_FALSE(bench.can(QStringLiteral("calendar.remove")));
    CHECK(bench.part<QPushButton>(QStringLiteral("calendarCampaign%1").arg(campaign.first.id)).text() == QString::fromStdString(campaign.second));
    bench.click(QStringLiteral("calendarCampaign%1").arg(campaign.first.id));
    CHECK(bench.page().info().id == QStringLiteral("campaigns"));
    bench.open(QStringLiteral("calendar"));
    const auto running = std::ranges::find_if(rows, [](const auto& row) { return row.kind == services::CalendarKind::Campaign; });
    REQUIRE(running != rows.end());
    REQUIRE(bench.table()->setCurrentId(running->id));
    CHECK_FALSE(bench.can(QStringLiteral("calendar.edit")));
    bench.act(QStringLiteral("calendar.open"));
    CHECK(bench.page().info().id == QStringLiteral("campaigns"));
}

TEST_CASE("the usual days are offered by name, and the calendar prints")
{
    CalendarBench bench(2022);
    const auto had = bench.days().size();
    bench.prompter.answer(true);
    bench.act(QStringLiteral("calendar.usual"));
    CHECK(bench.days().size() > had);
    CHECK(bench.prompter.asked().join(QLatin1Char(' ')).contains(QStringLiteral("ngày lễ, kỷ niệm thường có")));
    bench.press(Qt::Key_P, Qt::ControlModifier);
    REQUIRE(bench.previews.size() == 1);
    CHECK(bench.previews.front().name.contains(QStringLiteral("2022")));
}

TEST_CASE("the calendar of a closed year is read as it is")
{
    CalendarBench bench(2021, true);
    CHECK(bench.can(QStringLiteral("calendar.add"))); // the days that are observed belong to no year
    CHECK(bench.can(QStringLiteral("calendar.print")));
    CHECK(bench.words().contains(QStringLiteral("Tháng 9 năm 2021")));
}
