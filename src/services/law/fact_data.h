// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/once.h"
#include "domain/collective_type.h"
#include "domain/ground.h"
#include "domain/honour.h"
#include "domain/entities.h"
#include "domain/position.h"
#include "domain/year_record.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/merge_repo.h"

#include <map>
#include <set>
#include <vector>

namespace thidua::services {

/// What the cases of one school year draw on, keyed for look-up: for the groups of facts alone. Every table is read when something is
/// first asked of it, so that whoever asks for few facts reads few tables.
class FactData {
public:
    /// The reader must outlive it.
    FactData(storage::Reader& reader, domain::SchoolYearId year) : m_reader(reader), m_yearId(year) {}

    domain::SchoolYearId yearId() const { return m_yearId; }
    SchoolYear year() const { return yearOf(m_yearId); }
    SchoolYear yearOf(domain::SchoolYearId id) const { return years().at(id); }
    bool inDifficultArea() const; ///< the school says so

    /// Where only the year is known: its last day, so that nobody is given service that they may not have; nothing when that year is so
    /// near that months would decide.
    std::optional<Date> employedFrom(domain::PersonId person) const;
    std::optional<domain::CollectiveType> typeOf(domain::CollectiveId collective) const;
    struct Post {
        domain::Position position = domain::Position::Teacher;
        std::optional<domain::CollectiveId> team;
    };
    const Post* post(domain::PersonId person) const; ///< of this year
    /// Who belongs to a collective this year and serves on that day: everybody for the school, the members of a team for a team.
    std::vector<domain::PersonId> membersOf(domain::CollectiveId collective, Date on) const;

    /// By subject, in the order of entry; empty while nobody has registered.
    const std::map<domain::SubjectRef, std::vector<std::string>>& registered() const;

    const domain::Stored<domain::YearRecord>* record(const domain::SubjectRef& subject) const; ///< of this year
    const std::vector<domain::DisciplineCase>* discipline(domain::YearRecordId record) const;  ///< null where none is entered
    const std::vector<domain::Absence>* absences(domain::YearRecordId record) const;           ///< null where none is entered
    const std::vector<storage::repo::PastDiscipline>& pastDiscipline(domain::PersonId person) const;
    struct PastGrade {
        SchoolYear year{0};
        std::optional<domain::Evaluation> grade;
    };
    std::vector<PastGrade> pastGrades(const domain::SubjectRef& subject) const;

    struct Vote {
        int members = 0;
        int present = 0;
        int inFavour = 0;
    };
    const Vote* vote(const domain::SubjectRef& subject, const std::string& honour) const; ///< of a closed meeting

    /// Whatever has been stated of somebody, in the order of entry.
    const std::vector<domain::StatedFact>& stated(const domain::SubjectRef& subject) const;

    bool anyNomination() const;
    std::optional<domain::Nomination> nomination(domain::NominationId id) const;
    /// How people stand for an honour this year: reached it, or may still.
    struct Standing {
        std::set<domain::PersonId> reached;
        std::set<domain::PersonId> open;
    };
    const Standing& standing(const std::string& honour) const;
    /// Whether a nomination of this year has already brought it.
    bool conferred(const domain::SubjectRef& subject, const std::string& honour, domain::Ground ground) const;

    std::vector<domain::HonourRecord> honours(const domain::SubjectRef& subject) const;
    std::vector<domain::HonourRecord> honoursThisYear(const domain::SubjectRef& subject) const;
    bool anyHonour(const domain::SubjectRef& subject) const; ///< of any year
    std::vector<storage::repo::WorkRow> initiatives(domain::PersonId person) const;
    std::vector<storage::repo::WorkRow> initiativesThisYear(domain::PersonId person) const;
    bool anyInitiative(domain::PersonId person) const; ///< of any year

private:
    template <class Key, class Value>
    using Lists = std::map<Key, std::vector<Value>>;
    using Votes = std::map<std::pair<domain::SubjectRef, std::string>, Vote>;

    const std::map<domain::SchoolYearId, SchoolYear>& years() const;
    const std::map<domain::PersonId, Post>& posts() const;
    Votes readVotes() const;
    std::map<std::string, Standing> readStanding() const;

    storage::Reader& m_reader;
    domain::SchoolYearId m_yearId;
    Once<std::map<domain::SchoolYearId, SchoolYear>> m_years;
    Once<bool> m_difficultArea;
    const std::map<domain::PersonId, storage::repo::EmploymentRow>& employment() const;
    Once<std::map<domain::PersonId, storage::repo::EmploymentRow>> m_employment;
    Once<std::map<domain::CollectiveId, domain::CollectiveType>> m_collectives;
    Once<std::map<domain::PersonId, Post>> m_posts;
    Once<Lists<domain::SubjectRef, std::string>> m_registered;
    Once<std::map<domain::SubjectRef, domain::Stored<domain::YearRecord>>> m_records;
    Once<Lists<domain::YearRecordId, domain::DisciplineCase>> m_discipline;
    Once<Lists<domain::YearRecordId, domain::Absence>> m_absences;
    Once<Lists<domain::PersonId, storage::repo::PastDiscipline>> m_pastDiscipline;
    Once<Votes> m_votes;
    Once<Lists<domain::SubjectRef, domain::StatedFact>> m_stated;
    Once<storage::repo::Merged> m_merged;
    Once<bool> m_anyNomination;
    Once<std::map<std::string, Standing>> m_standing;
    Once<std::set<std::tuple<domain::SubjectRef, std::string, domain::Ground>>> m_conferred;
    Once<Lists<domain::SubjectRef, domain::HonourRecord>> m_honoursThisYear;
    Once<std::set<domain::SubjectRef>> m_honoured;
    Once<Lists<domain::PersonId, storage::repo::WorkRow>> m_worksThisYear;
};

}
