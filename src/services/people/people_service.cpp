// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/people_service.h"

#include "base/name_keys.h"
#include "domain/registration.h"
#include "domain/school_year.h"
#include "rules/overview.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/law/stated_years.h"
#include "services/people/namesakes.h"
#include "services/people/serving.h"
#include "services/people/staff_block.h"
#include "services/people/subject_name.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/pupil_repo.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

StaffRow staffRow(const Stored<Person>& person, const std::map<PersonId, StaffAssignment>& posts, const std::map<CollectiveId, Collective>& teams)
{
    StaffRow row{person.id, person.version, person.data, false, Position::Teacher, {}, std::nullopt, {}, 0, {}, false, false};
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

/// What is stated of the person and could not be true beside the birth that is now said.
std::vector<FieldIssue> issuesWithStated(Reader& reader, PersonId id, const Person& before, const Person& person)
{
    if (before.birth == person.birth)
        return {};
    for (const auto& row : repo::statedFactsOf(reader, SubjectRef::of(id)))
        if (auto issue = impossibleYears(person, row.data, {}))
            return {{"birth", issue->key, std::move(issue->args)}};
    return {};
}

/// The code is somebody else's.
std::vector<FieldIssue> issuesWithCode(Reader& reader, std::optional<PersonId> self, const Person& person)
{
    if (const auto code = normalised(person.code); !code.empty())
        for (const auto& other : repo::withCode(reader, code))
            if (other.id != self)
                return {{"code", "pupil.code-taken", {code, other.data.fullName}}};
    return {};
}

}

std::vector<FieldIssue> validate(const StaffDraft& draft, std::optional<Date> today)
{
    constexpr int kYoungest = 15;
    std::vector<FieldIssue> issues;
    const auto& person = draft.person;
    require(issues, person.fullName, "fullName", "person.name-missing");
    // A birth that cannot be is what is wrong, whatever stands beside it.
    if (person.birth && (person.birth->year < 1900 || person.birth->year > 2100))
        issues.push_back({"birth", "person.birth-year", {person.birth->vn()}});
    else if (person.birth && today && person.birth->year > today->year() - kYoungest)
        issues.push_back({"birth", "person.birth-late", {person.birth->vn()}});
    else if (person.birth && person.employedFrom && person.employedFrom->year - person.birth->year < kYoungestAtWork)
        issues.push_back({"employedFrom", "person.employed-early", {person.employedFrom->vn(), person.birth->vn()}});
    const auto& employed = person.employedFrom;
    if (person.leftOn && employed && (employed->date ? *person.leftOn < *employed->date : person.leftOn->year() < employed->year))
        issues.push_back({"leftOn", "person.left-early", {person.leftOn->vn(), employed->vn()}});
    return issues;
}

std::string StaffRow::named() const
{
    return namedApart(person.fullName, apart);
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
        const Serving serving(reader, listDay(reader, year, m_file.clock().today()));
        std::vector<OneOfAName> names;
        std::vector<StaffRow> rows;
        for (const auto& person : repo::people(reader)) {
            auto row = staffRow(person, posts, teams);
            row.left = !serving.on(person.id);
            names.push_back({SubjectRef::of(person.id), row.person.fullName, row.person.birth, row.teamName, row.title});
            if (row.assigned || all)
                rows.push_back(std::move(row));
        }
        const auto homonyms = homonymsAmong(names);
        const auto apart = toldApart(names);
        for (auto& row : rows) {
            row.homonym = homonyms.contains(SubjectRef::of(row.id));
            if (const auto found = apart.find(SubjectRef::of(row.id)); found != apart.end())
                row.apart = found->second;
        }
        return rows;
    });
}

Written<PersonId> PeopleService::addStaff(SchoolYearId year, const StaffDraft& draft)
{
    return writeTo<PersonId>(m_file, Op::AddStaff, [&](Tx& tx) -> Result<PersonId> {
        if (auto issues = validate(draft, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        if (auto issues = issuesWithCode(tx, {}, draft.person); !issues.empty())
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
        if (auto issues = validate(draft, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto before, need<Person>(tx, id));
        auto person = draft.person;
        if (auto issues = issuesWithStated(tx, id, before.data, person); !issues.empty())
            return fail(std::move(issues));
        if (auto issues = issuesWithCode(tx, id, person); !issues.empty())
            return fail(std::move(issues));
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

namespace {

/// Everything that keeps the whole from being written when nothing may be left out; fields "3.birth": line (from 0) and member.
std::vector<FieldIssue> problemsOf(const SheetReading& reading)
{
    std::vector<FieldIssue> issues;
    for (const auto& line : reading.people) {
        if (line.fate == SheetFate::Skip)
            continue;
        const auto at = std::to_string(line.line) + ".";
        for (const auto& cell : line.cells)
            if (cell.issue)
                issues.push_back({at + cell.issue->field, cell.issue->key, cell.issue->args});
        if (line.fate == SheetFate::Ask)
            issues.push_back({at + line.question->field, line.question->key, line.question->args});
    }
    return issues;
}

CollectiveType typeOfTeam(const std::string& name)
{
    return nameKey(name).find("văn phòng") != std::string::npos ? CollectiveType::Office : CollectiveType::Team;
}

/// “Tổ 12” as what stands before the number, and the number; no number: the whole name and 0.
std::pair<std::string, int> numbered(const std::string& name)
{
    const auto at = name.find_first_of("0123456789");
    return at == std::string::npos ? std::pair{unitKey(name), 0} : std::pair{unitKey(name.substr(0, at)), std::atoi(name.c_str() + at)};
}

/// Where a new collective stands: a numbered one behind the one of its kind with the next lower number (a tie in the order is settled by the
/// name), any other behind all. `existing` in the order of the pages.
int orderOf(const std::string& name, const std::vector<Stored<Collective>>& existing)
{
    const auto [kind, number] = numbered(name);
    std::map<int, int> places; // of its kind, by number
    for (const auto& row : existing)
        if (const auto other = numbered(row.data.name); other.first == kind && other.second > 0)
            places[other.second] = row.data.sortOrder;
    const auto next = places.lower_bound(number);
    if (next != places.begin())
        return std::prev(next)->second;
    return existing.empty() ? 1 : existing.back().data.sortOrder + 1;
}

void writeLine(Tx& tx, SchoolYearId year, const SheetLine& line, const std::map<std::string, CollectiveId>& made)
{
    auto draft = *line.draft;
    if (!line.newTeam.empty())
        draft.team = made.at(unitKey(line.newTeam));
    auto id = line.person.value_or(PersonId(0));
    if (line.person) {
        const auto before = tx.find<Person>(id);
        if (before && !(before->data == draft.person))
            tx.update(id, draft.person, before->version);
    } else {
        draft.person.uid = newUid();
        id = tx.insert(draft.person);
    }
    const StaffAssignment post{id, year, draft.position, draft.title, draft.team};
    if (const auto existing = repo::assignment(tx, id, year)) {
        if (!(existing->data == post))
            tx.update(existing->id, post);
    } else {
        tx.insert(post);
    }
}

}

void writeStaff(Tx& tx, SchoolYearId year, const SheetReading& reading)
{
    std::map<std::string, CollectiveId> made;
    auto names = reading.newTeams; // whatever order the people of the list stand in
    std::ranges::sort(names, {}, [](const std::string& name) { return sortKey(name); });
    for (const auto& name : names)
        made.emplace(unitKey(name), tx.insert(Collective{newUid(), name, {}, typeOfTeam(name), orderOf(name, repo::collectives(tx)), true}));
    for (const auto& line : reading.people)
        if (line.isWritten())
            writeLine(tx, year, line, made);
}

StaffSheet sheetOf(const std::string& block)
{
    StaffSheet sheet;
    for (auto line : split(block, '\n')) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        sheet.lines.push_back(split(line, '\t'));
    }
    return sheet;
}

Result<SheetReading> PeopleService::readSheet(SchoolYearId year, const StaffSheet& sheet)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<SheetReading> { return readStaffSheet(reader, year, sheet, m_file.clock().today()); });
}

Written<int> PeopleService::pasteStaff(SchoolYearId year, const StaffSheet& sheet)
{
    return writeTo<int>(m_file, Op::PasteStaff, [&](Tx& tx) -> Result<int> {
        TD_CHECK(needOpenYear(tx, year));
        const auto reading = readStaffSheet(tx, year, sheet, m_file.clock().today());
        if (auto issues = problemsOf(reading); !issues.empty() && !sheet.leaveOut)
            return fail(std::move(issues));
        const auto written = std::ranges::count_if(reading.people, &SheetLine::isWritten);
        if (written == 0)
            return fail(ErrorCode::Validation, reading.people.empty() ? "staff.block-empty" : "staff.block-nothing-new");
        writeStaff(tx, year, reading);
        tx.setLabel({std::to_string(written)});
        return static_cast<int>(written);
    });
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
        if (std::ranges::any_of(existing, [&row](const auto& other) { return unitKey(other.data.name) == unitKey(row.name) && other.data.active; }))
            return fail({{"name", "collective.exists", {row.name}}});
        if (row.sortOrder == 0)
            row.sortOrder = orderOf(row.name, existing);
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
        if (unitKey(row.name) != unitKey(before.data.name))
            for (const auto& other : repo::collectives(tx))
                if (other.id != id && other.data.active && unitKey(other.data.name) == unitKey(row.name))
                    return fail({{"name", "collective.exists", {row.name}}});
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

Result<HonourRecord> checkedHonour(const rules::Catalogue& catalogue, HonourRecord record, Date today)
{
    std::vector<FieldIssue> issues;
    if (record.subject.person.has_value() == record.subject.collective.has_value())
        issues.push_back({"subject", "honour.subject-missing", {}});
    if (!honourName(catalogue, record.honour))
        issues.push_back({"honour", "honour.missing", {}});
    if (record.year.startYear() < 1950)
        issues.push_back({"year", "honour.year-missing", {}});
    if (record.decidedOn && *record.decidedOn > today)
        issues.push_back({"decidedOn", "outside.date-to-come", {record.decidedOn->vn()}});
    if (!issues.empty())
        return fail(std::move(issues));
    return record;
}

}

Result<std::vector<HonourHistoryRow>> PeopleService::honours(std::optional<SubjectRef> subject)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<HonourHistoryRow>> {
        std::vector<HonourHistoryRow> rows;
        const repo::Merged merged(reader);
        for (auto record : subject ? repo::honoursOf(reader, *subject) : repo::honours(reader)) {
            record.data.subject = merged.now(record.data.subject);
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
        TD_TRY(auto row, checkedHonour(m_file.rules(), record, m_file.clock().today()));
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
        TD_TRY(auto row, checkedHonour(m_file.rules(), record, m_file.clock().today()));
        row.decision.reset();
        tx.setLabel({subjectName(tx, row.subject)});
        if (row.subject == repo::Merged(tx).now(before.data.subject))
            row.subject = before.data.subject; // shown as that of whom the record was taken into
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
