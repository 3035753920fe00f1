// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar of the school year: everything with a day, once, with the row that it opens.
#include "services/sample_school.h"

#include "domain/plan.h"
#include "domain/school_year.h"
#include "services/award/overview_service.h"
#include "services/schedule/school_calendar.h"
#include "services/schedule/usual_days.h"
#include "services/papers/document_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"

#include <algorithm>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::Observance;

namespace {

Date registrationDeadline(SampleSchool& school, int year)
{
    const auto row = SchoolService(school.file()).yearOf(SchoolYear(year));
    REQUIRE(row);
    REQUIRE(row->data.registrationDeadline);
    return *row->data.registrationDeadline;
}

const CalendarEntry* entryOf(const SchoolCalendar& calendar, CalendarKind kind, const std::string& title)
{
    const auto found = std::ranges::find_if(calendar.entries, [&](const auto& entry) { return entry.kind == kind && entry.title.find(title) != std::string::npos; });
    return found == calendar.entries.end() ? nullptr : &*found;
}

}

TEST_CASE("the calendar has the year's days, deadlines, meetings, campaigns and observances, each with its own id")
{
    SampleSchool school(Date(2022, 9, 20));
    const auto calendar = schoolCalendar(school.file(), school.year(2021)).value();
    CHECK(calendar.first == Date(2021, 9, 1));
    CHECK(calendar.last == Date(2022, 8, 31));
    std::set<std::int64_t> ids;
    for (const auto& entry : calendar.entries) {
        INFO(entry.title);
        CHECK(ids.insert(entry.id).second);
        CHECK((entry.record || !entry.page.empty() || !entry.honour.empty()));
    }
    CHECK(std::ranges::is_sorted(calendar.entries, {}, [](const auto& entry) { return std::pair(!entry.inYear, entry.on); }));
    const auto* deadline = entryOf(calendar, CalendarKind::Deadline, "Hạn đăng ký");
    REQUIRE(deadline);
    CHECK(deadline->on == registrationDeadline(school, 2021));
    // The plan's timetable names the same day: it stands there once.
    CHECK(std::ranges::count_if(calendar.entries, [&](const auto& entry) { return entry.kind == CalendarKind::Deadline && entry.on == deadline->on; }) == 1);
    const auto* teachers = entryOf(calendar, CalendarKind::Observance, "Nhà giáo Việt Nam");
    REQUIRE(teachers);
    CHECK(teachers->on == Date(2021, 11, 20));
    CHECK(teachers->note == "39 năm");
    REQUIRE_FALSE(teachers->campaigns.empty());
    const auto* meeting = entryOf(calendar, CalendarKind::Meeting, "");
    REQUIRE(meeting);
    CHECK(meeting->record->kind == domain::EntityKind::Meeting);
    const auto* campaign = entryOf(calendar, CalendarKind::Campaign, "");
    REQUIRE(campaign);
    CHECK(campaign->to);
    // The law of May 2022 names 31/8 for the ministry and 15/10 for the Government's flag in education.
    const auto* ministry = entryOf(calendar, CalendarKind::Deadline, "về Bộ");
    REQUIRE(ministry);
    CHECK(ministry->on == Date(2022, 8, 31));
    CHECK_FALSE(ministry->note.empty());
    CHECK(entryOf(calendar, CalendarKind::Deadline, "Chính phủ")->on == Date(2021, 10, 15));
}

TEST_CASE("a sentence of the law gives the day by which is handed in")
{
    const auto day = [](const char* sentence) {
        const auto found = deadlineIn(sentence);
        return found ? std::to_string(found->day) + "/" + std::to_string(found->month) : std::string();
    };
    CHECK(day("Gửi trước ngày 30/6; hệ thống giáo dục quốc dân trước ngày 15/10.") == "15/10");
    CHECK(day("Hệ thống giáo dục quốc dân gửi trước ngày 15/10 (ngành khác: trước 31/3).") == "15/10");
    CHECK(day("Trình vào năm liền kề, chậm nhất ngày 31/10.") == "31/10");
    CHECK(day("Xét ba năm một lần, công bố vào ngày 20/11.").empty());
    CHECK(day("Thẩm định trong 20 ngày làm việc.").empty());
}

TEST_CASE("weeks of the school year begin on Mondays, the first with its first day")
{
    YearDays year{Date(2021, 9, 5), Date(2022, 5, 31)}; // from a Sunday: the first week begins the day after
    CHECK(schoolWeek(year, Date(2021, 9, 4)) == 0);
    CHECK(schoolWeek(year, Date(2021, 9, 5)) == 1);
    CHECK(schoolWeek(year, Date(2021, 9, 6)) == 1);
    CHECK(schoolWeek(year, Date(2021, 9, 12)) == 1);
    CHECK(schoolWeek(year, Date(2021, 9, 13)) == 2);
    CHECK(schoolWeek(year, Date(2022, 5, 31)) == 39);
    CHECK(schoolWeek(year, Date(2022, 6, 1)) == 0);
    year = {Date(2022, 9, 8), Date(2023, 5, 31)}; // from a Thursday
    CHECK(schoolWeek(year, Date(2022, 9, 11)) == 1);
    CHECK(schoolWeek(year, Date(2022, 9, 12)) == 2);
}

TEST_CASE("what is due soon is due within seven days, today among them; what lasts by its last day, observances never")
{
    const Date today(2022, 3, 10);
    SchoolCalendar calendar{domain::SchoolYearId(1), {Date(2021, 9, 6), Date(2022, 5, 31)}};
    const auto add = [&calendar](CalendarKind kind, Date on, const char* title) -> CalendarEntry& {
        CalendarEntry entry;
        entry.kind = kind;
        entry.on = on;
        entry.title = title;
        return calendar.entries.emplace_back(std::move(entry));
    };
    add(CalendarKind::Deadline, Date(2022, 3, 9), "gone");
    add(CalendarKind::Deadline, today, "today");
    add(CalendarKind::Meeting, Date(2022, 3, 16), "sixth day after");
    add(CalendarKind::Meeting, Date(2022, 3, 17), "a week after");
    add(CalendarKind::Observance, Date(2022, 3, 12), "observed");
    add(CalendarKind::Campaign, Date(2021, 9, 6), "ends").to = Date(2022, 3, 13);
    add(CalendarKind::Campaign, Date(2022, 3, 11), "begins").to = Date(2022, 5, 13);
    std::set<std::string> due;
    for (const auto& entry : dueSoon(calendar, today))
        due.insert(entry.title);
    CHECK(due == std::set<std::string>{"today", "sixth day after", "ends"});
}

TEST_CASE("a day that is observed once stands in its year, and in any other year's list at the end")
{
    SampleSchool school(Date(2022, 9, 20));
    PlanService plans(school.file());
    Observance day;
    day.name = "Đại hội thi đua yêu nước của huyện";
    day.day = 12;
    day.month = 3;
    day.kind = domain::ObservanceKind::Once;
    day.onlyYear = 2022;
    day.scope = domain::ObservanceScope::Place;
    REQUIRE(plans.addObservance(day));
    const auto then = schoolCalendar(school.file(), school.year(2021)).value();
    const auto* in = entryOf(then, CalendarKind::Observance, "Đại hội thi đua");
    REQUIRE(in);
    CHECK(in->inYear);
    CHECK(in->on == Date(2022, 3, 12));
    CHECK(in->observance->data.scope == domain::ObservanceScope::Place);
    const auto later = schoolCalendar(school.file(), school.year(2022)).value();
    const auto* out = entryOf(later, CalendarKind::Observance, "Đại hội thi đua");
    REQUIRE(out);
    CHECK_FALSE(out->inYear);
    CHECK(&later.entries.back() == out);
}

TEST_CASE("the days that every school observes are added in one step, and only those that lack")
{
    SampleSchool school(Date(2022, 9, 20));
    for (const auto& day : usualObservances()) {
        INFO(day.name);
        CHECK(validate(day).empty());
    }
    const auto had = PlanService(school.file()).observances().value().size();
    const auto missing = missingObservances(school.file()).value();
    CHECK(missing.size() > 3);
    CHECK(std::ranges::none_of(missing, [](const auto& day) { return day.name == "Ngày Nhà giáo Việt Nam"; }));
    const auto before = school.dump();
    CHECK(addUsualObservances(school.file()).value().value == static_cast<int>(missing.size()));
    CHECK(PlanService(school.file()).observances()->size() == had + missing.size());
    CHECK(addUsualObservances(school.file()).error().key == "observance.none-missing");
    REQUIRE(school.file().undo());
    CHECK(school.dump() == before);
}

TEST_CASE("days that a plan's timetable names stand in the calendar with the plan")
{
    SampleSchool school(Date(2022, 9, 20));
    PlanService plans(school.file());
    auto draft = plans.proposedPlan(school.year(2022)).value();
    draft.plan.title = "Kế hoạch có mốc";
    draft.sections = {{domain::PlanId(0), 0, domain::SectionRole::Timetable, "", "Thời gian", "Các tổ đăng ký chậm nhất ngày 30/9/2022. Sơ kết ngày 10 tháng 01 năm 2023; tổng kết cuối năm.\nNộp năm 2031: 01/02/2031."}};
    const auto id = plans.createPlan(draft).value().value;
    const auto calendar = schoolCalendar(school.file(), school.year(2022)).value();
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& entry : calendar.entries)
        if (entry.record && entry.record->kind == domain::EntityKind::Plan && entry.record->id == id.value())
            found.emplace_back(entry.on.vn(), entry.title);
    const std::vector<std::pair<std::string, std::string>> expected{{"30/09/2022", "Các tổ đăng ký chậm nhất ngày 30/9/2022"}, {"10/01/2023", "Sơ kết ngày 10 tháng 01 năm 2023"}};
    CHECK(found == expected);
}

TEST_CASE("the overview tells what is due within a week")
{
    SampleSchool school(Date(2021, 9, 29));
    const auto year = school.year(2021);
    const auto soon = OverviewService(school.file()).overview(year, OverviewService::Tasks::OfRowsAlone).value().soon;
    const auto deadline = registrationDeadline(school, 2021);
    for (const auto& entry : soon) {
        INFO(entry.title);
        CHECK(entry.kind != CalendarKind::Observance);
        CHECK(entry.to.value_or(entry.on) >= Date(2021, 9, 29));
        CHECK(entry.to.value_or(entry.on) <= Date(2021, 10, 5));
    }
    CHECK(std::ranges::any_of(soon, [&](const auto& entry) { return entry.on == deadline; }));
}
