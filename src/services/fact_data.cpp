// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fact_data.h"

#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

FactData::FactData(storage::Reader& reader, SchoolYearId id) : yearId(id)
{
    for (const auto& row : repo::years(reader)) {
        years.emplace(row.id, row.data.year);
        if (row.id == id)
            year = row.data;
    }
    if (const auto row = repo::school(reader))
        school = row->data;
    readPeople(reader);
    readYear(reader);
    readHistory(reader);
    readVotes(reader);
}

void FactData::readPeople(storage::Reader& reader)
{
    for (auto& row : repo::people(reader))
        people.emplace(row.id, std::move(row.data));
    for (auto& row : repo::collectives(reader))
        collectives.emplace(row.id, std::move(row.data));
    for (auto& row : repo::assignments(reader, yearId))
        posts.emplace(row.data.person, std::move(row.data));
}

void FactData::readYear(storage::Reader& reader)
{
    std::map<RegistrationId, SubjectRef> subjects;
    for (const auto& row : repo::registrations(reader, yearId))
        subjects.emplace(row.id, row.data.subject);
    anyRegistration = !subjects.empty();
    for (const auto& row : repo::registeredHonours(reader, yearId))
        registered[subjects.at(row.data.registration)].push_back(row.data.honour);
    for (const auto& row : repo::disciplineOfYear(reader, yearId))
        discipline[row.data.record].push_back(row.data);
    for (const auto& row : repo::absencesOfYear(reader, yearId))
        absences[row.data.record].push_back(row.data);
    nominations = repo::nominations(reader, yearId);
}

void FactData::readHistory(storage::Reader& reader)
{
    for (auto& row : reader.all<YearRecord>())
        records[row.data.subject].emplace(row.data.year, row);
    std::map<InitiativeId, Initiative> all;
    for (auto& row : reader.all<Initiative>())
        all.emplace(row.id, std::move(row.data));
    for (const auto& row : reader.all<InitiativeAuthor>()) {
        const auto& item = all.at(row.data.initiative);
        initiatives[row.data.person].push_back({row.data.initiative, item, row.data.usedFor.empty() ? item.usedFor : row.data.usedFor, row.data.usedBy});
    }
    for (auto& row : repo::honours(reader))
        honours[row.data.subject].push_back(std::move(row.data));
}

void FactData::readVotes(storage::Reader& reader)
{
    struct Meeting {
        int members = 0;
        int present = 0;
    };
    std::map<MeetingId, Meeting> meetings;
    for (const auto& meeting : repo::meetings(reader, yearId)) {
        if (meeting.data.state != MeetingState::Closed)
            continue;
        Meeting counts;
        for (const auto& row : repo::attendance(reader, meeting.id)) {
            ++counts.members;
            counts.present += row.data.present ? 1 : 0;
        }
        meetings.emplace(meeting.id, counts);
    }
    for (const auto& tally : repo::talliesOfYear(reader, yearId))
        if (const auto found = meetings.find(tally.data.meeting); found != meetings.end())
            votes[tally.data.nomination] = {found->second.members, found->second.present, tally.data.inFavour};
}

const Stored<YearRecord>* FactData::record(const SubjectRef& subject) const
{
    const auto found = records.find(subject);
    if (found == records.end())
        return nullptr;
    const auto row = found->second.find(yearId);
    return row == found->second.end() ? nullptr : &row->second;
}

std::vector<PersonId> FactData::membersOf(CollectiveId id) const
{
    const auto collective = collectives.find(id);
    const bool school_ = collective != collectives.end() && collective->second.type == CollectiveType::School;
    std::vector<PersonId> members;
    for (const auto& [person, post] : posts)
        if (school_ || post.team == id)
            members.push_back(person);
    return members;
}

}
