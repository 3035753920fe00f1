// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"
#include "domain/observance.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// Mốc năm học, hạn, họp, phong trào, ngày lễ.
enum class CalendarKind { Milestone, Deadline, Meeting, Campaign, Observance };

/// One line of the calendar, with what it opens.
struct CalendarEntry {
    std::int64_t id = 0;                         ///< in the calendar; an observance's is that of its row
    CalendarKind kind = CalendarKind::Milestone;
    Date on{2000, 1, 1};
    std::optional<Date> to{};                    ///< of what lasts: its last day
    std::string title;
    std::string note;                            ///< "39 năm", "đợt, đã phát động", the article of the law
    int week = 0;                                ///< of the school year; 0: outside it
    bool inYear = true;                          ///< false: an observance of one other year alone
    std::optional<Stored<domain::Observance>> observance{};
    struct Record {
        domain::EntityKind kind;
        std::int64_t id;
    };
    std::optional<Record> record{};              ///< the row that it opens
    std::string page{};                          ///< else the page
    std::string honour{};                        ///< else the rules of that honour
    std::vector<std::pair<Record, std::string>> campaigns{}; ///< for which the day is observed, by name
};

/// The school's own first and last day.
struct YearDays {
    Date first{2000, 1, 1};
    Date last{2000, 1, 1};
};
Result<YearDays> yearDays(SchoolFile& file, domain::SchoolYearId year);

/// A whole year from the month in which the school year begins.
struct SchoolCalendar {
    domain::SchoolYearId id{0};
    YearDays year;
    Date first{2000, 1, 1};
    Date last{2000, 1, 1};
    std::vector<CalendarEntry> entries{};        ///< by day; those of other years last
};
Result<SchoolCalendar> schoolCalendar(SchoolFile& file, domain::SchoolYearId year);

/// The week of the school year, from Monday on: the first is that of its first day, or the one after when that is a Saturday or Sunday.
/// 0 outside the year.
int schoolWeek(const YearDays& year, Date on);
/// “Thứ Hai” … “Chủ nhật”
std::string weekdayName(Date on);
/// The words of a kind: “Ngày lễ, kỷ niệm”.
std::string nameOf(CalendarKind kind);
/// What is due, held or ends within a week, today included; observances left out.
std::vector<CalendarEntry> dueSoon(const SchoolCalendar& calendar, Date today);

}
