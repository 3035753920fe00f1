// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/fact_data.h"

#include "domain/collective.h"
#include "domain/school.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/school_year.h"
#include "services/law/verdict_text.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

namespace {

template <class Map, class Key>
auto entryOf(const Map& map, const Key& key) -> const typename Map::mapped_type*
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

/// Rows by what `keyOf` finds in them, in their order.
template <class Rows, class KeyOf>
auto grouped(Rows rows, KeyOf keyOf)
{
    std::map<std::decay_t<decltype(keyOf(rows.front()))>, Rows> lists;
    for (auto& row : rows)
        lists[keyOf(row)].push_back(std::move(row));
    return lists;
}

template <class Map, class Key>
typename Map::mapped_type copyOf(const Map& map, const Key& key)
{
    const auto* found = entryOf(map, key);
    return found ? *found : typename Map::mapped_type();
}

/// How a nomination stands before the council and after it; by its verdict while the council has not counted.
enum class Stands { Reached, Open, Out };

Stands standsOf(const Nomination& nomination)
{
    switch (nomination.state) {
    case NominationState::Passed:
    case NominationState::Submitted:
    case NominationState::Conferred: return Stands::Reached;
    case NominationState::Proposed:
    case NominationState::ForCorrection:
    case NominationState::Returned: {
        const auto kind = keptVerdictKind(nomination);
        return kind == rules::VerdictKind::Eligible ? Stands::Reached : kind == rules::VerdictKind::Ineligible ? Stands::Out : Stands::Open;
    }
    default: return Stands::Out;
    }
}

}

const std::map<SchoolYearId, SchoolYear>& FactData::years() const
{
    return m_years.get([this] {
        std::map<SchoolYearId, SchoolYear> years;
        for (const auto& row : repo::years(m_reader))
            years.emplace(row.id, row.data.year);
        return years;
    });
}

bool FactData::inDifficultArea() const
{
    return m_difficultArea.get([this] {
        const auto row = repo::school(m_reader);
        return row && row->data.difficultArea;
    });
}

const std::map<PersonId, repo::EmploymentRow>& FactData::employment() const
{
    return m_employment.get([this] {
        std::map<PersonId, repo::EmploymentRow> rows;
        for (const auto& row : repo::employment(m_reader))
            rows.emplace_hint(rows.end(), row.person, row);
        return rows;
    });
}

std::optional<Date> FactData::employedFrom(PersonId person) const
{
    const auto* row = entryOf(employment(), person);
    if (!row || !row->employedFrom)
        return std::nullopt;
    if (row->employedFrom->date)
        return row->employedFrom->date;
    constexpr int kYearsThatMonthsDecide = 2;
    const int start = row->employedFrom->year;
    return year().startYear() - start < kYearsThatMonthsDecide ? std::nullopt : std::optional(Date(start, 12, 31));
}

std::optional<CollectiveType> FactData::typeOf(CollectiveId collective) const
{
    const auto* type = entryOf(m_collectives.get([this] {
        std::map<CollectiveId, CollectiveType> types;
        for (const auto& row : repo::collectives(m_reader))
            types.emplace(row.id, row.data.type);
        return types;
    }), collective);
    return type ? std::optional(*type) : std::nullopt;
}

const std::map<PersonId, FactData::Post>& FactData::posts() const
{
    return m_posts.get([this] {
        std::map<PersonId, Post> posts;
        for (const auto& row : repo::posts(m_reader, m_yearId))
            posts.emplace_hint(posts.end(), row.person, Post{row.position, row.team});
        return posts;
    });
}

const FactData::Post* FactData::post(PersonId person) const
{
    return entryOf(posts(), person);
}

std::vector<PersonId> FactData::membersOf(CollectiveId id, Date on) const
{
    const bool wholeSchool = typeOf(id) == CollectiveType::School;
    std::vector<PersonId> members;
    for (const auto& [person, post] : posts())
        if (wholeSchool || post.team == id) {
            const auto* row = entryOf(employment(), person);
            if (!row || !row->leftOn || on < *row->leftOn)
                members.push_back(person);
        }
    return members;
}

const std::map<SubjectRef, std::vector<std::string>>& FactData::registered() const
{
    return m_registered.get([this] {
        Lists<SubjectRef, std::string> registered;
        for (auto& row : repo::registeredBySubject(m_reader, m_yearId)) {
            auto& codes = registered[row.subject];
            if (row.honour)
                codes.push_back(std::move(*row.honour));
        }
        return registered;
    });
}

const Stored<YearRecord>* FactData::record(const SubjectRef& subject) const
{
    return entryOf(m_records.get([this] {
        std::map<SubjectRef, Stored<YearRecord>> records;
        for (auto& row : repo::yearRecords(m_reader, m_yearId)) {
            const auto of = row.data.subject;
            records.emplace(of, std::move(row));
        }
        return records;
    }), subject);
}

const std::vector<DisciplineCase>* FactData::discipline(YearRecordId record) const
{
    return entryOf(m_discipline.get([this] {
        Lists<YearRecordId, DisciplineCase> cases;
        for (const auto& row : repo::disciplineOfYear(m_reader, m_yearId))
            cases[row.data.record].push_back(row.data);
        return cases;
    }), record);
}

const std::vector<Absence>* FactData::absences(YearRecordId record) const
{
    return entryOf(m_absences.get([this] {
        Lists<YearRecordId, Absence> absences;
        for (const auto& row : repo::absencesOfYear(m_reader, m_yearId))
            absences[row.data.record].push_back(row.data);
        return absences;
    }), record);
}

const std::vector<repo::PastDiscipline>& FactData::pastDiscipline(PersonId person) const
{
    static const std::vector<repo::PastDiscipline> kNone;
    const auto* found = entryOf(m_pastDiscipline.get([this] { return grouped(repo::disciplineBefore(m_reader, m_yearId), [](const auto& row) { return row.person; }); }),
                                person);
    return found ? *found : kNone;
}

std::vector<FactData::PastGrade> FactData::pastGrades(const SubjectRef& subject) const
{
    std::vector<PastGrade> grades;
    for (const auto& row : repo::gradesOf(m_reader, subject))
        if (row.year != m_yearId)
            grades.push_back({yearOf(row.year), row.grade});
    return grades;
}

FactData::Votes FactData::readVotes() const
{
    std::map<MeetingId, Vote> meetings;
    for (const auto& meeting : repo::meetings(m_reader, m_yearId)) {
        if (meeting.data.state != MeetingState::Closed)
            continue;
        Vote counts;
        for (const auto& row : repo::attendance(m_reader, meeting.id)) {
            ++counts.members;
            counts.present += row.data.present || row.data.byLetter ? 1 : 0; // who took part in the vote
        }
        meetings.emplace(meeting.id, counts);
    }
    Votes votes;
    for (const auto& tally : repo::talliesOfYear(m_reader, m_yearId))
        if (const auto* counts = entryOf(meetings, tally.data.meeting))
            if (const auto voted = tally.data.line.nomination ? nomination(*tally.data.line.nomination) : std::nullopt)
                votes[{voted->subject, voted->honour}] = {counts->members, counts->present, tally.data.inFavour};
    return votes;
}

const FactData::Vote* FactData::vote(const SubjectRef& subject, const std::string& honour) const
{
    return entryOf(m_votes.get([this] { return readVotes(); }), std::pair(subject, honour));
}

const std::vector<StatedFact>& FactData::stated(const SubjectRef& subject) const
{
    static const std::vector<StatedFact> kNone;
    const auto* found = entryOf(m_stated.get([this] {
        Lists<SubjectRef, StatedFact> stated;
        for (auto& row : repo::statedFacts(m_reader)) {
            const auto of = row.data.subject;
            stated[of].push_back(std::move(row.data));
        }
        return stated;
    }), subject);
    return found ? *found : kNone;
}

bool FactData::anyNomination() const
{
    return m_anyNomination.get([this] { return repo::anyNomination(m_reader, m_yearId); });
}

std::optional<Nomination> FactData::nomination(NominationId id) const
{
    auto row = m_reader.find<Nomination>(id);
    if (!row)
        return std::nullopt;
    row->data.subject = m_merged.get([this] { return repo::Merged(m_reader); }).now(row->data.subject);
    return std::move(row->data);
}

std::map<std::string, FactData::Standing> FactData::readStanding() const
{
    std::map<std::string, Standing> all;
    for (const auto& row : repo::nominations(m_reader, m_yearId)) {
        if (!row.data.subject.person)
            continue;
        const auto stands = standsOf(row.data);
        if (stands != Stands::Out)
            (stands == Stands::Reached ? all[row.data.honour].reached : all[row.data.honour].open).insert(*row.data.subject.person);
    }
    return all;
}

const FactData::Standing& FactData::standing(const std::string& honour) const
{
    static const Standing kNobody;
    const auto* found = entryOf(m_standing.get([this] { return readStanding(); }), honour);
    return found ? *found : kNobody;
}

bool FactData::conferred(const SubjectRef& subject, const std::string& honour, Ground ground) const
{
    return m_conferred.get([this] {
        std::set<std::tuple<SubjectRef, std::string, Ground>> conferred;
        for (auto& row : repo::conferredOn(m_reader, m_yearId))
            conferred.emplace(row.subject, std::move(row.honour), row.ground);
        return conferred;
    }).contains({subject, honour, ground});
}

std::vector<HonourRecord> FactData::honours(const SubjectRef& subject) const
{
    return repo::honoursReceived(m_reader, subject);
}

std::vector<HonourRecord> FactData::honoursThisYear(const SubjectRef& subject) const
{
    return copyOf(m_honoursThisYear.get([this] { return grouped(repo::honoursOfYear(m_reader, year()), [](const auto& row) { return row.subject; }); }), subject);
}

bool FactData::anyHonour(const SubjectRef& subject) const
{
    return m_honoured.get([this] { return repo::everHonoured(m_reader); }).contains(subject);
}

std::vector<repo::WorkRow> FactData::initiatives(PersonId person) const
{
    return repo::worksOf(m_reader, person);
}

std::vector<repo::WorkRow> FactData::initiativesThisYear(PersonId person) const
{
    return copyOf(m_worksThisYear.get([this] { return grouped(repo::worksOfYear(m_reader, m_yearId), [](const auto& row) { return row.author; }); }), person);
}

bool FactData::anyInitiative(PersonId person) const
{
    return repo::anyWork(m_reader, person);
}

}
