// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/fact_data.h"

#include "domain/meeting.h"
#include "services/law/verdict_text.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

FactData::FactData(storage::Reader& from, SchoolYearId id) : reader(from), yearId(id)
{
    for (const auto& row : repo::years(reader)) {
        m_years.emplace(row.id, row.data.year);
        if (row.id == id)
            year = row.data;
    }
    if (const auto row = repo::school(reader))
        school = row->data;
    readPeople();
    readYear();
    readVotes();
}

void FactData::readPeople()
{
    for (const auto& row : repo::employment(reader))
        employedFrom.emplace_hint(employedFrom.end(), row.person, row.employedFrom);
    for (const auto& row : repo::collectives(reader))
        collectives.emplace(row.id, row.data.type);
    for (const auto& row : repo::posts(reader, yearId))
        posts.emplace_hint(posts.end(), row.person, Post{row.position, row.team});
}

void FactData::readYear()
{
    for (auto& row : repo::registeredBySubject(reader, yearId)) {
        anyRegistration = true;
        auto& codes = registered[row.subject];
        if (row.honour)
            codes.push_back(std::move(*row.honour));
    }
    for (auto& row : repo::yearRecords(reader, yearId)) {
        const auto subject = row.data.subject;
        records.emplace(subject, std::move(row));
    }
    for (const auto& row : repo::disciplineOfYear(reader, yearId))
        discipline[row.data.record].push_back(row.data);
    for (const auto& row : repo::absencesOfYear(reader, yearId))
        absences[row.data.record].push_back(row.data);
    anyNomination = repo::anyNomination(reader, yearId);
    for (auto& row : repo::conferredOn(reader, yearId))
        conferred.emplace(row.subject, std::move(row.honour), row.ground);
}

void FactData::readVotes()
{
    std::map<MeetingId, Vote> meetings;
    for (const auto& meeting : repo::meetings(reader, yearId)) {
        if (meeting.data.state != MeetingState::Closed)
            continue;
        Vote counts;
        for (const auto& row : repo::attendance(reader, meeting.id)) {
            ++counts.members;
            counts.present += row.data.present ? 1 : 0;
        }
        meetings.emplace(meeting.id, counts);
    }
    for (const auto& tally : repo::talliesOfYear(reader, yearId))
        if (const auto found = meetings.find(tally.data.meeting); found != meetings.end())
            if (const auto nomination = reader.find<Nomination>(tally.data.nomination))
                votes[{nomination->data.subject, nomination->data.honour}] = {found->second.members, found->second.present, tally.data.inFavour};
}

const FactData::Standing& FactData::standing(const std::string& honour) const
{
    if (!m_standingRead)
        for (const auto& row : repo::nominations(reader, yearId)) {
            if (!row.data.subject.person)
                continue;
            auto& standing = m_standing[row.data.honour];
            switch (row.data.state) {
            case NominationState::Passed:
            case NominationState::Submitted:
            case NominationState::Conferred: standing.reached.insert(*row.data.subject.person); break;
            case NominationState::Proposed:
            case NominationState::Returned: {
                const auto kind = keptVerdictKind(row.data);
                if (kind == rules::VerdictKind::Eligible)
                    standing.reached.insert(*row.data.subject.person);
                else if (kind != rules::VerdictKind::Ineligible)
                    standing.open.insert(*row.data.subject.person);
                break;
            }
            default: break;
            }
        }
    m_standingRead = true;
    return m_standing[honour];
}

std::vector<FactData::PastGrade> FactData::pastGrades(const SubjectRef& subject) const
{
    std::vector<PastGrade> grades;
    for (const auto& row : repo::gradesOf(reader, subject))
        if (row.year != yearId)
            grades.push_back({m_years.at(row.year), row.grade});
    return grades;
}

const std::vector<repo::PastDiscipline>& FactData::pastDiscipline(PersonId person) const
{
    if (!m_pastDiscipline) {
        m_pastDiscipline.emplace();
        for (const auto& row : repo::disciplineBefore(reader, yearId))
            (*m_pastDiscipline)[row.person].push_back(row);
    }
    static const std::vector<repo::PastDiscipline> kNone;
    const auto found = m_pastDiscipline->find(person);
    return found == m_pastDiscipline->end() ? kNone : found->second;
}

std::vector<HonourRecord> FactData::honours(const SubjectRef& subject) const
{
    return repo::honoursReceived(reader, subject);
}

std::vector<HonourRecord> FactData::honoursThisYear(const SubjectRef& subject) const
{
    if (!m_honoursThisYear) {
        m_honoursThisYear.emplace();
        for (auto& row : repo::honoursOfYear(reader, year.year)) {
            auto& list = (*m_honoursThisYear)[row.subject];
            list.push_back(std::move(row));
        }
    }
    const auto found = m_honoursThisYear->find(subject);
    return found == m_honoursThisYear->end() ? std::vector<HonourRecord>() : found->second;
}

bool FactData::anyHonour(const SubjectRef& subject) const
{
    if (!m_honoured)
        m_honoured = repo::everHonoured(reader);
    return m_honoured->contains(subject);
}

std::vector<repo::WorkRow> FactData::initiatives(PersonId person) const
{
    return repo::worksOf(reader, person);
}

std::vector<repo::WorkRow> FactData::initiativesThisYear(PersonId person) const
{
    if (!m_worksThisYear) {
        m_worksThisYear.emplace();
        for (auto& row : repo::worksOfYear(reader, yearId))
            (*m_worksThisYear)[row.author].push_back(std::move(row));
    }
    const auto found = m_worksThisYear->find(person);
    return found == m_worksThisYear->end() ? std::vector<repo::WorkRow>() : found->second;
}

bool FactData::anyInitiative(PersonId person) const
{
    return repo::anyWork(reader, person);
}

const Stored<YearRecord>* FactData::record(const SubjectRef& subject) const
{
    const auto found = records.find(subject);
    return found == records.end() ? nullptr : &found->second;
}

std::vector<PersonId> FactData::membersOf(CollectiveId id) const
{
    const auto collective = collectives.find(id);
    const bool wholeSchool = collective != collectives.end() && collective->second == CollectiveType::School;
    std::vector<PersonId> members;
    for (const auto& [person, post] : posts)
        if (wholeSchool || post.team == id)
            members.push_back(person);
    return members;
}

}
