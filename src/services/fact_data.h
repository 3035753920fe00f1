// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

#include <map>
#include <set>
#include <vector>

namespace thidua::services {

/// Everything that the cases of one school year draw on, keyed for look-up. For FactBuilder's files alone.
struct FactData {
    FactData(storage::Reader& reader, domain::SchoolYearId year);

    domain::SchoolYearId yearId;
    domain::SchoolYearRow year;
    domain::School school;
    std::map<domain::SchoolYearId, SchoolYear> years;
    std::map<domain::PersonId, domain::Person> people;
    std::map<domain::CollectiveId, domain::Collective> collectives;
    std::map<domain::PersonId, domain::StaffAssignment> posts;
    bool anyRegistration = false;
    std::map<domain::SubjectRef, std::vector<std::string>> registered;
    /// Of all years; the year's own under yearId.
    std::map<domain::SubjectRef, std::map<domain::SchoolYearId, domain::Stored<domain::YearRecord>>> records;
    std::map<domain::YearRecordId, std::vector<domain::DisciplineCase>> discipline;
    std::map<domain::YearRecordId, std::vector<domain::Absence>> absences;
    /// An initiative as one of its authors may use it.
    struct OwnInitiative {
        domain::InitiativeId id{0};
        domain::Initiative item;
        std::string usedFor;
        std::optional<domain::NominationId> usedBy;
    };
    std::map<domain::PersonId, std::vector<OwnInitiative>> initiatives;
    std::map<domain::SubjectRef, std::vector<domain::HonourRecord>> honours;
    std::vector<domain::Stored<domain::Nomination>> nominations;

    struct Vote {
        int members = 0;
        int present = 0;
        int inFavour = 0;
    };
    std::map<domain::NominationId, Vote> votes;

    const domain::Stored<domain::YearRecord>* record(const domain::SubjectRef& subject) const;
    /// Who belongs to a collective this year: everybody for the school, the members of a team for a team.
    std::vector<domain::PersonId> membersOf(domain::CollectiveId collective) const;

private:
    void readPeople(storage::Reader& reader);
    void readYear(storage::Reader& reader);
    void readHistory(storage::Reader& reader);
    void readVotes(storage::Reader& reader);
};

}
