// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/collective.h"
#include "domain/ground.h"
#include "domain/honour.h"
#include "domain/position.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "domain/year_record.h"
#include "storage/repo/fact_repo.h"

#include <map>
#include <set>
#include <vector>

namespace thidua::services {

/// What the cases of one school year draw on, keyed for look-up. For FactBuilder's files alone. What everybody's case needs is read at
/// once; a subject's history when it is first asked for, since most honours look at this year alone.
struct FactData {
    FactData(storage::Reader& reader, domain::SchoolYearId year);

    storage::Reader& reader;
    domain::SchoolYearId yearId;
    domain::SchoolYearRow year;
    domain::School school;
    std::map<domain::PersonId, std::optional<Date>> employedFrom;
    std::map<domain::CollectiveId, domain::CollectiveType> collectives;
    struct Post {
        domain::Position position = domain::Position::Teacher;
        std::optional<domain::CollectiveId> team;
    };
    std::map<domain::PersonId, Post> posts;
    bool anyRegistration = false;
    std::map<domain::SubjectRef, std::vector<std::string>> registered;
    std::map<domain::SubjectRef, domain::Stored<domain::YearRecord>> records; ///< of this year
    std::map<domain::YearRecordId, std::vector<domain::DisciplineCase>> discipline;
    std::map<domain::YearRecordId, std::vector<domain::Absence>> absences;

    struct Vote {
        int members = 0;
        int present = 0;
        int inFavour = 0;
    };
    std::map<std::pair<domain::SubjectRef, std::string>, Vote> votes; ///< by subject and honour

    /// How people stand for an honour this year: reached it, or may still.
    struct Standing {
        std::set<domain::PersonId> reached;
        std::set<domain::PersonId> open;
    };
    bool anyNomination = false;
    /// What this year's nominations have already brought.
    std::set<std::tuple<domain::SubjectRef, std::string, domain::Ground>> conferred;
    const Standing& standing(const std::string& honour) const;

    struct PastGrade {
        SchoolYear year{0};
        std::optional<domain::Evaluation> grade;
    };
    std::vector<PastGrade> pastGrades(const domain::SubjectRef& subject) const;
    const std::vector<storage::repo::PastDiscipline>& pastDiscipline(domain::PersonId person) const;
    std::vector<domain::HonourRecord> honours(const domain::SubjectRef& subject) const;
    std::vector<domain::HonourRecord> honoursThisYear(const domain::SubjectRef& subject) const;
    bool anyHonour(const domain::SubjectRef& subject) const; ///< of any year
    std::vector<storage::repo::WorkRow> initiatives(domain::PersonId person) const;
    std::vector<storage::repo::WorkRow> initiativesThisYear(domain::PersonId person) const;
    bool anyInitiative(domain::PersonId person) const; ///< of any year
    SchoolYear yearOf(domain::SchoolYearId id) const { return m_years.at(id); }

    const domain::Stored<domain::YearRecord>* record(const domain::SubjectRef& subject) const;
    /// Who belongs to a collective this year: everybody for the school, the members of a team for a team.
    std::vector<domain::PersonId> membersOf(domain::CollectiveId collective) const;

private:
    void readPeople();
    void readYear();
    void readVotes();
    mutable std::map<std::string, Standing> m_standing;
    mutable bool m_standingRead = false;
    mutable std::optional<std::map<domain::PersonId, std::vector<storage::repo::WorkRow>>> m_worksThisYear;
    mutable std::optional<std::set<domain::SubjectRef>> m_honoured;
    mutable std::optional<std::map<domain::SubjectRef, std::vector<domain::HonourRecord>>> m_honoursThisYear;
    mutable std::optional<std::map<domain::PersonId, std::vector<storage::repo::PastDiscipline>>> m_pastDiscipline;
    std::map<domain::SchoolYearId, SchoolYear> m_years;
};

}
