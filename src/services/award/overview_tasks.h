// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/nomination.h"
#include "services/award/overview_service.h"

namespace thidua::storage {
class Reader;
}

namespace thidua::services {

struct CouncilRow;

/// “04/10”: the day without its year, as the overview says days of its own year.
std::string shortDate(Date date);

/// Finds what wants doing now: by the state of the school's rows, and by the day of its school year (what belongs to September is not
/// asked for in May). Seeds 000 and 002: plan, council and registrations open the year, the first term is looked back on, the year's
/// results, nominations, meeting and submission close it.
class TaskFinder {
public:
    TaskFinder(SchoolFile& file, domain::SchoolYearId year, Overview& overview);

    /// From the rows alone, fast in a school of any size.
    Result<void> ofRows();
    /// What shows only once everybody is judged.
    Result<void> judged(Progress* progress);

private:
    struct Named;
    void add(int place, OverviewTask task);
    std::string deadlineText() const;
    /// From a month before the last day, or from the first nomination.
    bool reviewing() const;

    Result<void> signers();
    std::vector<domain::SubjectRef> standingFor(storage::Reader& reader, const std::string& honour) const;
    Result<void> registrations();
    bool handedIn(storage::Reader& reader) const;
    void absent(storage::Reader& reader);
    void handIn(storage::Reader& reader);
    Result<void> plans();
    Result<void> campaigns();
    Result<void> duties();
    void planTasks(storage::Reader& reader, const domain::Stored<domain::Plan>& plan);
    Result<void> reports();
    Result<void> contests();
    Result<void> councilsAndMeetings();
    Result<void> posting(domain::MeetingId meeting);
    void membersGone(const std::vector<CouncilRow>& councils);
    std::string foundedYearly() const;
    Result<void> results();
    Result<void> initiatives();
    Result<void> nominations();
    Named notNominated(storage::Reader& reader) const;
    Result<void> papers();
    void awards();
    void backup();
    Result<void> wanting();
    Result<void> nearMisses(Progress* progress);

    SchoolFile& m_file;
    domain::SchoolYearId m_year;
    Overview& m_overview;
    std::vector<domain::Stored<domain::Nomination>> m_nominations; ///< of the year, once read by ofRows()
    bool m_nominated = false; ///< somebody is nominated in the year
};

}
