// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/schedule/school_calendar.h"

#include "domain/campaign.h"
#include "domain/meeting.h"
#include "domain/page_ids.h"
#include "domain/plan.h"
#include "domain/school_year.h"
#include "proofread/line.h"
#include "services/schedule/usual_days.h"
#include "services/core/internal.h"
#include "services/law/rule_book.h"
#include "text/messages.h"

#include <algorithm>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

constexpr std::int64_t kOfAKind = 1'000'000'000'000; ///< ids of rows of different kinds stay apart
constexpr std::size_t kLongestTitle = 90;            ///< letters of a plan's line in the calendar

std::string calendarText(const char* key, const std::vector<std::string>& args = {})
{
    return text::message(std::string("calendar.") + key, args);
}

/// Fills the calendar kind by kind.
struct CalendarMaker {
    SchoolFile& file;
    Reader& reader;
    SchoolCalendar& calendar;
    const SchoolYearRow& row;
    std::vector<Stored<Campaign>> ours{};      ///< the campaigns of the year, and of no year
    std::int64_t deadlines = 0;

    CalendarEntry& add(CalendarKind kind, std::int64_t id, Date on, std::string title, std::string note = {})
    {
        CalendarEntry entry;
        entry.id = kind == CalendarKind::Observance ? id : (static_cast<std::int64_t>(kind) + 1) * kOfAKind + id;
        entry.kind = kind;
        entry.on = on;
        entry.title = std::move(title);
        entry.note = std::move(note);
        entry.week = schoolWeek(calendar.year, on);
        return calendar.entries.emplace_back(std::move(entry));
    }

    void milestones()
    {
        add(CalendarKind::Milestone, 1, row.firstDay, calendarText("first-day")).page = pages::kSettings;
        add(CalendarKind::Milestone, 2, row.term2Start, calendarText("second-term")).page = pages::kSettings;
        add(CalendarKind::Milestone, 3, row.lastDay, calendarText("last-day")).page = pages::kSettings;
        if (row.registrationDeadline)
            add(CalendarKind::Deadline, ++deadlines, *row.registrationDeadline, calendarText("registration")).page = pages::kRegistrations;
    }

    /// Those deadlines whose sentence names a day, each by the law of that day: a year may begin under one decree and end under another.
    void deadlinesOfTheLaw()
    {
        auto all = lawDeadlines(file.rules(), calendar.first);
        for (auto& later : lawDeadlines(file.rules(), calendar.last))
            if (std::ranges::find(all, later) == all.end())
                all.push_back(std::move(later));
        for (const auto& deadline : all) {
            const auto day = deadlineIn(deadline.words);
            const auto on = day ? dayWithin(day->day, day->month, calendar.first, calendar.last) : std::nullopt;
            const auto then = on ? lawDeadlines(file.rules(), *on) : std::vector<LawDeadline>();
            if (std::ranges::find(then, deadline) != then.end())
                add(CalendarKind::Deadline, ++deadlines, *on, deadline.name, capitalised(deadline.citation)).honour = deadline.honour;
        }
    }

    void meetings()
    {
        for (const auto& meeting : repo::meetings(reader, calendar.id))
            add(CalendarKind::Meeting, meeting.id.value(), meeting.data.heldOn, meeting.data.title, meeting.data.starts).record = {EntityKind::Meeting, meeting.id.value()};
    }

    /// The days that the timetable of a plan of the year names, each with its line.
    void timetables()
    {
        for (const auto& plan : repo::plans(reader)) {
            if (plan.data.year != calendar.id || plan.data.state == PlanState::Replaced || plan.data.state == PlanState::Revoked)
                continue;
            for (const auto& section : repo::sections(reader, plan.id))
                if (section.data.role == SectionRole::Timetable)
                    for (const auto& line : linesOf(section.data.body))
                        timetableLine(plan, line);
        }
    }

    void timetableLine(const Stored<Plan>& plan, const std::string& text)
    {
        const proofread::Line line(1, text);
        for (const auto& day : line.days())
            // The day by which is registered stands there as the year's own.
            if (day.date && day.date != row.registrationDeadline && calendar.first <= *day.date && *day.date <= calendar.last) {
                // The clause in which the day stands says what is due.
                const auto& plain = line.plain();
                const auto before = plain.find_last_of(".;:", day.where.from);
                auto from = before == std::string::npos ? 0 : before + 1;
                from = plain.find_first_not_of(" -+*", from);
                auto to = std::min(plain.find_first_of(".;", day.where.to), plain.size());
                const bool cut = to - from > kLongestTitle;
                if (cut)
                    from = plain.rfind(' ', std::max(day.where.to, kLongestTitle) - kLongestTitle) + 1;
                add(CalendarKind::Deadline, ++deadlines, *day.date, (cut && from > 0 ? "… " : "") + line.quote(from, cut ? std::min(to, day.where.to + 1) : to), plan.data.title).record =
                    {EntityKind::Plan, plan.id.value()};
            }
    }

    void campaigns()
    {
        ours = repo::campaigns(reader);
        std::erase_if(ours, [this](const auto& campaign) { return campaign.data.year.value_or(calendar.id) != calendar.id; });
        for (const auto& campaign : ours) {
            const auto& data = campaign.data;
            if (data.to < calendar.first || data.from > calendar.last || data.state == CampaignState::Revoked || data.state == CampaignState::Replaced)
                continue;
            auto& entry = add(CalendarKind::Campaign, campaign.id.value(), data.from, data.name,
                              lower(text::label("campaign-kind", toCode(data.kind)) + ", " + text::label("campaign-state", toCode(data.state))));
            entry.to = data.to;
            entry.record = {EntityKind::Campaign, campaign.id.value()};
        }
    }

    void observances()
    {
        std::map<ObservanceId, std::vector<std::pair<CalendarEntry::Record, std::string>>> observing;
        for (const auto& campaign : ours)
            for (const auto& link : repo::observancesOf(reader, campaign.id))
                observing[link.data.observance].push_back({{EntityKind::Campaign, campaign.id.value()}, campaign.data.name});
        for (const auto& stored : repo::observances(reader)) {
            const auto& day = stored.data;
            auto on = dayWithin(day.day, day.month, calendar.first, calendar.last);
            const bool inYear = on && (day.kind == ObservanceKind::Yearly || day.onlyYear == on->year());
            if (!inYear && day.onlyYear)
                if (const auto own = Date::of(*day.onlyYear, day.month, day.day))
                    on = own;
            if (!on)
                continue; // 29/02 of a common year
            const auto years = anniversary(day, on->year());
            auto& entry = add(CalendarKind::Observance, stored.id.value(), *on, day.name, years ? calendarText(*years % 10 == 0 ? "round-years" : "years", {std::to_string(*years)}) : std::string());
            entry.inYear = inYear;
            entry.observance = stored;
            entry.record = {EntityKind::Observance, stored.id.value()};
            entry.campaigns = std::move(observing[stored.id]);
        }
    }
};

}

Result<SchoolCalendar> schoolCalendar(SchoolFile& file, SchoolYearId year)
{
    return readFrom(file, [&](Reader& reader) -> Result<SchoolCalendar> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        SchoolCalendar calendar{year, {row.data.firstDay, row.data.lastDay}};
        const auto& begins = row.data.firstDay;
        calendar.first = Date(begins.year(), begins.month(), 1);
        calendar.last = calendar.first.plusMonths(12).plusDays(-1);
        CalendarMaker maker{file, reader, calendar, row.data};
        maker.milestones();
        maker.deadlinesOfTheLaw();
        maker.meetings();
        maker.timetables();
        maker.campaigns();
        maker.observances();
        std::ranges::stable_sort(calendar.entries, {}, [](const CalendarEntry& entry) { return std::tuple(!entry.inYear, entry.on, entry.kind); });
        return calendar;
    });
}

Result<YearDays> yearDays(SchoolFile& file, SchoolYearId year)
{
    return readFrom(file, [&](Reader& reader) -> Result<YearDays> {
        TD_TRY(const auto row, need<SchoolYearRow>(reader, year));
        return YearDays{row.data.firstDay, row.data.lastDay};
    });
}

int schoolWeek(const YearDays& year, Date on)
{
    if (on < year.first || on > year.last)
        return 0;
    const auto weekday = std::chrono::weekday{year.first.days()};
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    const auto first = year.first.monday().plusDays(weekend ? 7 : 0);
    return std::max(1, daysBetween(first, on.monday()) / 7 + 1);
}

std::string weekdayName(Date on)
{
    return text::message("calendar.weekday." + std::to_string(std::chrono::weekday{on.days()}.c_encoding()));
}

std::string nameOf(CalendarKind kind)
{
    static constexpr const char* kKeys[] = {"milestone", "deadline", "meeting", "campaign", "observance"};
    return text::message(std::string("calendar.kind.") + kKeys[static_cast<std::size_t>(kind)]);
}

std::vector<CalendarEntry> dueSoon(const SchoolCalendar& calendar, Date today)
{
    const auto to = today.plusDays(6);
    std::vector<CalendarEntry> due;
    for (const auto& entry : calendar.entries) {
        const auto on = entry.kind == CalendarKind::Campaign ? entry.to.value_or(entry.on) : entry.on;
        if (entry.inYear && entry.kind != CalendarKind::Observance && today <= on && on <= to)
            due.push_back(entry);
    }
    return due;
}

}
