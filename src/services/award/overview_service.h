// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "domain/entity_kind.h"
#include "domain/school_year.h"
#include "services/schedule/school_calendar.h"
#include "services/core/school_file.h"
#include "services/follow/quota_lines.h"
#include "services/prepare/plan_service.h"

namespace thidua::services {

enum class TaskTone { Bad, Warn, Info };

/// One thing that wants doing, with the page where it is done.
struct OverviewTask {
    TaskTone tone = TaskTone::Info;
    std::string icon;                            ///< name of an icon
    std::string title;
    std::string detail;
    std::string due;                             ///< "trước 04/10", "không có hạn"
    std::string action;                          ///< the button's verb
    std::string page;                            ///< id of the page it opens
    int place = 0;                               ///< in the order of the school's year
    std::vector<domain::SubjectRef> who{};       ///< the page shows these alone; empty: everybody
    std::string command{};                       ///< id of the page's action that it starts ("plans.add"); empty: none
    struct Record {
        domain::EntityKind kind;
        std::int64_t id;
    };
    std::optional<Record> record{};              ///< the one row that it is about
};

/// A band, mark or dot of the year strip.
struct TimelineBand {
    std::string text;
    Date from{2000, 1, 1};
    Date to{2000, 1, 2};
    bool minor = false;
    std::optional<OverviewTask::Record> record{};
};
struct TimelineMark {
    std::string text;
    Date on{2000, 1, 1};
    bool deadline = false;
    std::optional<OverviewTask::Record> record{}; ///< the row that it opens; else the registrations
};

struct Overview {
    Date today{2000, 1, 1};
    Stored<domain::SchoolYearRow> year;
    std::vector<OverviewTask> tasks;
    std::vector<TargetRow> targets;
    std::vector<QuotaLine> quotas;
    std::vector<TimelineBand> bands;
    std::vector<TimelineMark> marks;
    bool staffed = false;                        ///< somebody has a post in the year besides the head, who has one from the founding
    bool more = false;                           ///< judgedTasks() may find more to do
    std::vector<CalendarEntry> soon{};           ///< due or held in the next seven days, today included
};

class OverviewService {
public:
    explicit OverviewService(SchoolFile& file) : m_file(file) {}
    /// `OfRowsAlone` is fast in a school of any size; `more` then says whether judgedTasks() are to be asked for.
    enum class Tasks { All, OfRowsAlone };
    Result<Overview> overview(domain::SchoolYearId year, Tasks tasks = Tasks::All);
    /// What shows only once everybody is judged: registrations that lack something, and who is one thing away from an honour.
    /// Empty when stopped.
    Result<std::vector<OverviewTask>> judgedTasks(domain::SchoolYearId year, Progress* progress = nullptr);

private:
    SchoolFile& m_file;
};

/// Tasks of both kinds in the order they are shown.
std::vector<OverviewTask> inOrder(std::vector<OverviewTask> tasks, const std::vector<OverviewTask>& more);

}
