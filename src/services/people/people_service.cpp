// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/people_service.h"

#include "domain/registration.h"
#include "domain/school_year.h"
#include "rules/overview.h"
#include "services/core/internal.h"
#include "services/law/honours.h"

#include <algorithm>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

StaffRow staffRow(const Stored<Person>& person, const std::map<PersonId, StaffAssignment>& posts, const std::map<CollectiveId, Collective>& teams)
{
    StaffRow row{person.id, person.version, person.data, false, Position::Teacher, {}, std::nullopt, {}, 0, {}, false};
    if (const auto name = PersonName::parse(person.data.fullName))
        row.sortKey = name->sortKey();
    const auto post = posts.find(person.id);
    if (post == posts.end())
        return row;
    row.assigned = true;
    row.position = post->second.position;
    row.title = post->second.title;
    row.team = post->second.team;
    const auto team = row.team ? teams.find(*row.team) : teams.end();
    if (team != teams.end()) {
        row.teamName = team->second.name;
        row.teamOrder = team->second.sortOrder;
    }
    return row;
}

}

std::vector<FieldIssue> validate(const StaffDraft& draft)
{
    std::vector<FieldIssue> issues;
    const auto& person = draft.person;
    require(issues, person.fullName, "fullName", "person.name-missing");
    if (person.birth && (person.birth->year < 1900 || person.birth->year > 2100))
        issues.push_back({"birth", "person.birth-year", {person.birth->vn()}});
    if (person.birth && person.employedFrom && person.employedFrom->year() - person.birth->year < 15)
        issues.push_back({"employedFrom", "person.employed-early", {person.employedFrom->vn(), person.birth->vn()}});
    if (person.leftOn && person.employedFrom && *person.leftOn < *person.employedFrom)
        issues.push_back({"leftOn", "person.left-early", {person.leftOn->vn(), person.employedFrom->vn()}});
    return issues;
}

Result<std::vector<StaffRow>> PeopleService::staff(SchoolYearId year, bool all)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<StaffRow>> {
        std::map<CollectiveId, Collective> teams;
        for (const auto& row : repo::collectives(reader))
            teams.emplace(row.id, row.data);
        std::map<PersonId, StaffAssignment> posts;
        for (const auto& row : repo::assignments(reader, year))
            posts.emplace(row.data.person, row.data);
        std::map<std::string, int> sameName;
        std::vector<StaffRow> rows;
        for (const auto& person : repo::people(reader)) {
            auto row = staffRow(person, posts, teams);
            ++sameName[row.person.fullName];
            if (row.assigned || all)
                rows.push_back(std::move(row));
        }
        for (auto& row : rows)
            row.homonym = sameName[row.person.fullName] > 1;
        return rows;
    });
}

Written<PersonId> PeopleService::addStaff(SchoolYearId year, const StaffDraft& draft)
{
    return writeTo<PersonId>(m_file, Op::AddStaff, [&](Tx& tx) -> Result<PersonId> {
        if (auto issues = validate(draft); !issues.empty())
            return fail(std::move(issues));
        auto person = draft.person;
        person.uid = newUid();
        tx.setLabel({person.fullName});
        const auto id = tx.insert(person);
        tx.insert(StaffAssignment{id, year, draft.position, draft.title, draft.team});
        return id;
    });
}

Written<Done> PeopleService::editStaff(SchoolYearId year, PersonId id, const StaffDraft& draft, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditPerson, [&](Tx& tx) -> Result<Done> {
        TD_CHECK(needOpenYear(tx, year)); // the person belongs to no year, but is edited from one
        if (auto issues = validate(draft); !issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto before, need<Person>(tx, id));
        auto person = draft.person;
        person.uid = before.data.uid;
        tx.setLabel({person.fullName});
        tx.update(id, person, version);
        const StaffAssignment post{id, year, draft.position, draft.title, draft.team};
        if (const auto existing = repo::assignment(tx, id, year))
            tx.update(existing->id, post);
        else
            tx.insert(post);
        return Done{};
    });
}

Written<Done> PeopleService::removePerson(PersonId id)
{
    auto removed = writeTo<Done>(m_file, Op::RemovePerson, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto person, need<Person>(tx, id));
        tx.setLabel({person.data.fullName});
        for (const auto& post : repo::assignmentsOf(tx, id))
            tx.remove<StaffAssignment>(post.id);
        tx.remove<Person>(id);
        return Done{};
    });
    // Posts of closed years stay, and so does the person who held them.
    if (!removed && (removed.error().key == "row.in-use" || removed.error().key == "year.closed"))
        return fail(ErrorCode::WrongState, "person.in-use");
    return removed;
}

Result<std::vector<Stored<Collective>>> PeopleService::collectives()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<Stored<Collective>>> { return repo::collectives(reader); });
}

Written<CollectiveId> PeopleService::addCollective(const Collective& collective)
{
    return writeTo<CollectiveId>(m_file, Op::AddCollective, [&](Tx& tx) -> Result<CollectiveId> {
        auto row = collective;
        tidy(row.name);
        tidy(row.shortName);
        if (row.name.empty())
            return fail({{"name", "collective.name-missing", {}}});
        const auto existing = repo::collectives(tx);
        if (std::ranges::any_of(existing, [&row](const auto& other) { return fold(other.data.name) == fold(row.name) && other.data.active; }))
            return fail({{"name", "collective.exists", {row.name}}});
        if (row.sortOrder == 0 && !existing.empty())
            row.sortOrder = existing.back().data.sortOrder + 1;
        row.uid = newUid();
        tx.setLabel({row.name});
        return tx.insert(row);
    });
}

Written<Done> PeopleService::editCollective(CollectiveId id, const Collective& collective, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditCollective, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<Collective>(tx, id));
        auto row = collective;
        tidy(row.name);
        tidy(row.shortName);
        row.uid = before.data.uid;
        if (row.name.empty())
            return fail({{"name", "collective.name-missing", {}}});
        tx.setLabel({row.name});
        tx.update(id, row, version);
        return Done{};
    });
}

Written<Done> PeopleService::removeCollective(CollectiveId id)
{
    return writeTo<Done>(m_file, Op::RemoveCollective, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, need<Collective>(tx, id));
        tx.setLabel({row.data.name});
        tx.remove<Collective>(id);
        return Done{};
    });
}

namespace {

Result<HonourRecord> checkedHonour(const rules::Catalogue& catalogue, HonourRecord record)
{
    std::vector<FieldIssue> issues;
    if (record.subject.person.has_value() == record.subject.collective.has_value())
        issues.push_back({"subject", "honour.subject-missing", {}});
    if (!honourName(catalogue, record.honour))
        issues.push_back({"honour", "honour.missing", {}});
    if (record.year.startYear() < 1950)
        issues.push_back({"year", "honour.year-missing", {}});
    if (!issues.empty())
        return fail(std::move(issues));
    return record;
}

std::string subjectName(Reader& reader, const SubjectRef& subject)
{
    if (subject.person)
        if (const auto person = reader.find<Person>(*subject.person))
            return person->data.fullName;
    if (subject.collective)
        if (const auto collective = reader.find<Collective>(*subject.collective))
            return collective->data.name;
    return {};
}

}

Result<std::vector<HonourHistoryRow>> PeopleService::honours(std::optional<SubjectRef> subject)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<HonourHistoryRow>> {
        std::vector<HonourHistoryRow> rows;
        for (const auto& record : subject ? repo::honoursOf(reader, *subject) : repo::honours(reader)) {
            HonourHistoryRow row{record.id, record.version, record.data, subjectName(reader, record.data.subject),
                                 honourName(m_file.rules(), record.data.honour).value_or(record.data.honour), {}};
            const auto name = PersonName::parse(row.name);
            row.sortKey = record.data.subject.person && name ? name->sortKey() : sortKey(row.name);
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

Written<HonourRecordId> PeopleService::addHonour(const HonourRecord& record)
{
    return writeTo<HonourRecordId>(m_file, Op::AddHonourRecord, [&](Tx& tx) -> Result<HonourRecordId> {
        TD_TRY(auto row, checkedHonour(m_file.rules(), record));
        row.decision.reset();
        tx.setLabel({subjectName(tx, row.subject)});
        return tx.insert(row);
    });
}

Written<Done> PeopleService::editHonour(HonourRecordId id, const HonourRecord& record, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditHonourRecord, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<HonourRecord>(tx, id));
        if (before.data.decision)
            return fail(ErrorCode::WrongState, "honour.by-decision");
        TD_TRY(auto row, checkedHonour(m_file.rules(), record));
        row.decision.reset();
        tx.setLabel({subjectName(tx, row.subject)});
        tx.update(id, row, version);
        return Done{};
    });
}

Written<Done> PeopleService::removeHonour(HonourRecordId id)
{
    return writeTo<Done>(m_file, Op::RemoveHonourRecord, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<HonourRecord>(tx, id));
        if (before.data.decision)
            return fail(ErrorCode::WrongState, "honour.by-decision");
        tx.setLabel({subjectName(tx, before.data.subject)});
        tx.remove<HonourRecord>(id);
        return Done{};
    });
}

}
