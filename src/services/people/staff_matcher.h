// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/people.h"
#include "services/people/former_records.h"
#include "services/people/staff_sheet.h"
#include "storage/reader.h"

#include <map>
#include <set>

namespace thidua::services {

/// Decides of each line whether it is about somebody who is in the file already: by the name as written and the birth, never by the
/// accent-free fold. What only may be the same person is asked.
class StaffMatcher {
public:
    StaffMatcher(storage::Reader& reader, domain::SchoolYearId year, Date today);
    /// Sets fate, question, candidates, person, changes and the draft that is written.
    void match(SheetLine& line, const std::optional<SheetAnswer>& answer);

private:
    struct Known {
        domain::PersonId id{0};
        domain::Person person;
        std::optional<domain::StaffAssignment> post;
    };
    struct Earlier {                               ///< a line before
        std::size_t line;
        domain::Person person;
    };
    struct Found {
        std::vector<const Known*> same, alike;
    };
    Found find(const domain::Person& person) const;
    void ask(SheetLine& line, const Found& found) const;
    bool askByCode(SheetLine& line) const;
    void decide(SheetLine& line, const std::optional<SheetAnswer>& answer);
    void update(SheetLine& line, const Known& known) const;
    std::string describe(const Known& known) const;
    const Earlier* earlierTwin(const domain::Person& person) const;
    Date m_today;
    std::map<domain::PersonId, Known> m_people;
    std::multimap<std::string, domain::PersonId> m_byName, m_alike;
    std::map<domain::CollectiveId, std::string> m_teams;
    std::multimap<std::string, Earlier> m_earlier; ///< by likeNameKey
    std::map<std::string, Earlier> m_earlierCodes;
    std::multimap<std::string, domain::PersonId> m_byCode; ///< by codeKey
    std::set<domain::PersonId> m_taken;
    FormerRecords m_former;
};

}
