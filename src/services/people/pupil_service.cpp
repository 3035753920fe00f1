// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/pupil_service.h"

#include "base/name_keys.h"
#include "domain/people.h"
#include "services/core/internal.h"
#include "services/people/class_name.h"
#include "services/people/namesakes.h"
#include "services/people/same_person.h"
#include "services/people/serving.h"
#include "services/people/subject_name.h"
#include "storage/repo/pupil_repo.h"
#include "storage/row_place.h"
#include "text/messages.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const PupilDraft& draft, Date today)
{
    std::vector<FieldIssue> issues;
    const auto& person = draft.person;
    require(issues, person.fullName, "fullName", "person.name-missing");
    if (const auto& birth = person.birth) {
        if (birth->year < 1900)
            issues.push_back({"birth", "person.birth-year", {birth->vn()}});
        else if (birth->date ? *birth->date > today : birth->year > today.year())
            issues.push_back({"birth", "pupil.birth-future", {birth->vn()}});
        else if (person.leftOn && person.leftOn->year() < birth->year)
            issues.push_back({"leftOn", "pupil.left-early", {person.leftOn->vn()}});
    }
    return issues;
}

std::string PupilRow::named() const
{
    return namedApart(data.fullName, apart);
}

namespace {

std::optional<storage::RowPlace> placeOf(Reader& reader, EnrolmentId id)
{
    const auto places = storage::placesOf(reader, EntityKind::Enrolment, id.value());
    return places.empty() ? std::nullopt : std::optional(places.front());
}

/// The class as it is written: its name and grade put right, and nothing that contradicts the year.
Result<SchoolClass> checkedClass(Tx& tx, SchoolClass row, std::optional<SchoolClassId> self, const std::optional<PersonId>& teacherBefore, Date today)
{
    row.name = className(normalised(row.name));
    if (!row.grade)
        row.grade = gradeOf(row.name);
    std::vector<FieldIssue> issues;
    require(issues, row.name, "name", "class.name-missing");
    if (row.grade && (*row.grade < 1 || *row.grade > 12))
        issues.push_back({"grade", "class.grade-range", {std::to_string(*row.grade)}});
    for (const auto& other : repo::classes(tx, row.year))
        if (other.id != self && nameKey(other.data.name) == nameKey(row.name))
            issues.push_back({"name", "class.exists", {other.data.name}});
    if (row.teacher && row.teacher != teacherBefore
        && (!repo::assignment(tx, *row.teacher, row.year) || !Serving(tx, listDay(tx, row.year, today)).on(*row.teacher)))
        issues.push_back({"teacher", "class.teacher-not-serving", {subjectName(tx, SubjectRef::of(*row.teacher))}});
    if (!issues.empty())
        return fail(std::move(issues));
    return row;
}

/// The same name as written, and nothing that speaks against it.
bool mayBe(const Person& known, const Person& said)
{
    return nameKey(known.fullName) == nameKey(normalised(said.fullName)) && daysAgree(known.birth, said.birth) && !codesDiffer(known.code, normalised(said.code));
}

/// What is wrong with a pupil beside the others of the file.
std::vector<FieldIssue> issuesBeside(Tx& tx, SchoolYearId year, const PupilDraft& draft, std::optional<PersonId> self, Date today)
{
    auto issues = validate(draft, today);
    if (const auto code = normalised(draft.person.code); !code.empty())
        for (const auto& other : repo::withCode(tx, code))
            if (other.id != self)
                issues.push_back({"code", "pupil.code-taken", {code, other.data.fullName}});
    if (draft.schoolClass) {
        const auto in = tx.find<SchoolClass>(*draft.schoolClass);
        if (!in || in->data.year != year)
            issues.push_back({"schoolClass", "pupil.class-of-other-year", {}});
    }
    return issues;
}

}

Result<std::vector<PupilChoice>> PupilService::everybody()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<PupilChoice>> {
        auto lines = repo::pupilLines(reader);
        std::ranges::stable_sort(lines, {}, &repo::PupilLine::sort);
        std::vector<PupilChoice> pupils;
        for (const auto& line : lines)
            pupils.push_back({line.person, line.name,
                              text::message(line.schoolClass.empty() ? "pupil.of-year" : "pupil.of-class", {line.schoolClass, SchoolYear(line.startYear).screen()})});
        return pupils;
    });
}

Result<std::vector<ClassRow>> PupilService::classes(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<ClassRow>> {
        std::vector<ClassRow> rows;
        std::map<SchoolClassId, std::size_t> places;
        for (auto& one : repo::classes(reader, year)) {
            places.emplace(one.id, rows.size());
            rows.push_back({one.id, one.version, std::move(one.data)});
        }
        const Serving serving(reader, listDay(reader, year, m_file.clock().today()));
        std::unordered_map<std::int64_t, bool> girls;
        for (const auto& person : repo::pupilsOf(reader, year))
            girls.emplace(person.id.value(), person.data.gender == Gender::Female);
        for (const auto& one : repo::enrolments(reader, year)) {
            const auto place = one.data.schoolClass ? places.find(*one.data.schoolClass) : places.end();
            if (place == places.end())
                continue;
            auto& row = rows[place->second];
            if (!serving.on(one.data.person)) {
                ++row.left;
                continue;
            }
            ++row.pupils;
            row.girls += girls[one.data.person.value()] ? 1 : 0;
        }
        return rows;
    });
}

Result<std::vector<Stored<SchoolClass>>> PupilService::classRows(SchoolYearId year)
{
    return readFrom(m_file, [year](Reader& reader) -> Result<std::vector<Stored<SchoolClass>>> { return repo::classes(reader, year); });
}

Written<SchoolClassId> PupilService::addClass(const SchoolClass& schoolClass)
{
    return writeTo<SchoolClassId>(m_file, Op::AddClass, [&](Tx& tx) -> Result<SchoolClassId> {
        TD_TRY(const auto row, checkedClass(tx, schoolClass, std::nullopt, std::nullopt, m_file.clock().today()));
        tx.setLabel({row.name});
        return tx.insert(row);
    });
}

Written<Done> PupilService::editClass(SchoolClassId id, const SchoolClass& schoolClass, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditClass, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<SchoolClass>(tx, id));
        auto given = schoolClass;
        given.year = before.data.year;
        TD_TRY(const auto row, checkedClass(tx, given, id, before.data.teacher, m_file.clock().today()));
        tx.setLabel({row.name});
        tx.update(id, row, version);
        return Done{};
    });
}

Written<Done> PupilService::removeClass(SchoolClassId id)
{
    return writeTo<Done>(m_file, Op::RemoveClass, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, need<SchoolClass>(tx, id));
        const auto pupils = repo::enrolments(tx, row.data.year);
        if (const auto in = std::ranges::count_if(pupils, [id](const auto& one) { return one.data.schoolClass == id; }))
            return fail(ErrorCode::WrongState, "class.in-use", {row.data.name, std::to_string(in)});
        tx.setLabel({row.data.name});
        tx.remove<SchoolClass>(id);
        return Done{};
    });
}

Result<std::vector<PupilRow>> PupilService::pupils(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<PupilRow>> {
        std::map<SchoolClassId, std::pair<std::string, int>> classes;
        for (const auto& one : repo::classes(reader, year))
            classes.emplace(one.id, std::pair(one.data.name, static_cast<int>(classes.size())));
        std::unordered_map<std::int64_t, Stored<Enrolment>> enrolled;
        for (auto& one : repo::enrolments(reader, year))
            enrolled.emplace(one.data.person.value(), one);
        const Serving serving(reader, listDay(reader, year, m_file.clock().today()));
        std::vector<OneOfAName> names;
        std::vector<PupilRow> rows;
        for (auto& person : repo::pupilsOf(reader, year)) {
            const auto& enrolment = enrolled.at(person.id.value());
            PupilRow row{enrolment.id, person.version, person.id, std::move(person.data), enrolment.data.schoolClass, {}, -1, {}};
            if (const auto in = row.schoolClass ? classes.find(*row.schoolClass) : classes.end(); in != classes.end())
                std::tie(row.className, row.classOrder) = in->second;
            if (const auto name = PersonName::parse(row.data.fullName))
                row.sortKey = name->sortKey();
            row.left = !serving.on(row.person);
            names.push_back({SubjectRef::of(row.person), row.data.fullName, row.data.birth, row.className, row.data.code});
            rows.push_back(std::move(row));
        }
        const auto apart = toldApart(names);
        for (auto& row : rows)
            if (const auto found = apart.find(SubjectRef::of(row.person)); found != apart.end())
                row.apart = found->second;
        return rows;
    });
}

Result<std::vector<PupilYear>> PupilService::yearsOf(PersonId person)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<PupilYear>> {
        std::vector<PupilYear> years;
        for (const auto& one : repo::enrolmentsOf(reader, person)) {
            const auto place = placeOf(reader, one.id);
            const auto in = one.data.schoolClass ? reader.find<SchoolClass>(*one.data.schoolClass) : std::nullopt;
            years.push_back({one.id, SchoolYear(place ? place->startYear : 0), in ? in->data.name : std::string()});
        }
        return years;
    });
}

Result<std::optional<SchoolYear>> PupilService::yearOf(EnrolmentId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::optional<SchoolYear>> {
        const auto place = placeOf(reader, id);
        return place ? std::optional(SchoolYear(place->startYear)) : std::nullopt;
    });
}

Result<std::vector<Stored<Person>>> PupilService::maybeKnown(SchoolYearId year, const PupilDraft& draft)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Stored<Person>>> {
        auto known = repo::pupils(reader);
        std::erase_if(known, [&](const auto& one) {
            return !mayBe(one.data, draft.person) || std::ranges::any_of(repo::enrolmentsOf(reader, one.id), [year](const auto& in) { return in.data.year == year; });
        });
        return known;
    });
}

Result<std::vector<PupilRow>> PupilService::maybeHere(SchoolYearId year, const PupilDraft& draft)
{
    TD_TRY(auto rows, pupils(year));
    std::erase_if(rows, [&draft](const auto& row) { return !mayBe(row.data, draft.person); });
    return rows;
}

Written<EnrolmentId> PupilService::addPupil(SchoolYearId year, const PupilDraft& draft)
{
    return writeTo<EnrolmentId>(m_file, Op::AddPupil, [&](Tx& tx) -> Result<EnrolmentId> {
        if (auto issues = issuesBeside(tx, year, draft, draft.known, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        auto person = draft.person;
        tx.setLabel({normalised(person.fullName)});
        if (!draft.known) {
            person.uid = newUid();
            return tx.insert(Enrolment{tx.insert(person), year, draft.schoolClass});
        }
        TD_TRY(const auto before, need<Person>(tx, *draft.known));
        for (const auto& one : repo::enrolmentsOf(tx, before.id))
            if (one.data.year == year)
                return fail(ErrorCode::WrongState, "pupil.enrolled", {before.data.fullName});
        // Who is back has not left; what the form leaves blank stays as it was known.
        auto now = before.data;
        now.leftOn = person.leftOn;
        now.birth = joinedDays(now.birth, person.birth);
        now.gender = person.gender ? person.gender : now.gender;
        now.code = person.code.empty() ? now.code : person.code;
        now.note = person.note.empty() ? now.note : person.note;
        tx.update(before.id, now);
        return tx.insert(Enrolment{before.id, year, draft.schoolClass});
    });
}

Written<Done> PupilService::editPupil(EnrolmentId id, const PupilDraft& draft, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditPupil, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto enrolment, need<Enrolment>(tx, id));
        // The person belongs to no year, but is edited from one.
        if (const auto place = placeOf(tx, id); place && place->closed)
            throw storage::YearClosed(place->startYear);
        if (auto issues = issuesBeside(tx, enrolment.data.year, draft, enrolment.data.person, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto before, need<Person>(tx, enrolment.data.person));
        auto person = draft.person;
        person.uid = before.data.uid;
        person.employedFrom = before.data.employedFrom;
        person.contract = before.data.contract;
        tx.setLabel({normalised(person.fullName)});
        tx.update(before.id, person, version);
        auto now = enrolment.data;
        now.schoolClass = draft.schoolClass;
        tx.update(id, now);
        return Done{};
    });
}

Written<Done> PupilService::removePupil(EnrolmentId id)
{
    std::string name;
    auto removed = writeTo<Done>(m_file, Op::RemovePupil, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto enrolment, need<Enrolment>(tx, id));
        const auto person = enrolment.data.person;
        name = subjectName(tx, SubjectRef::of(person));
        tx.setLabel({name});
        tx.remove<Enrolment>(id);
        if (repo::enrolmentsOf(tx, person).empty() && repo::assignmentsOf(tx, person).empty())
            tx.remove<Person>(person);
        return Done{};
    });
    if (!removed && removed.error().key == "row.in-use")
        return fail(ErrorCode::WrongState, "pupil.in-use", {name});
    return removed;
}

Written<int> PupilService::movePupils(const std::vector<EnrolmentId>& pupils, std::optional<SchoolClassId> schoolClass)
{
    return writeTo<int>(m_file, Op::MovePupils, [&](Tx& tx) -> Result<int> {
        const auto to = schoolClass ? tx.find<SchoolClass>(*schoolClass) : std::nullopt;
        int moved = 0;
        for (const auto id : pupils) {
            TD_TRY(auto enrolment, need<Enrolment>(tx, id));
            if (schoolClass && (!to || to->data.year != enrolment.data.year))
                return fail({{"schoolClass", "pupil.class-of-other-year", {}}});
            if (enrolment.data.schoolClass == schoolClass)
                continue;
            enrolment.data.schoolClass = schoolClass;
            tx.update(id, enrolment.data);
            ++moved;
        }
        const auto count = std::to_string(moved);
        tx.setLabel({to ? text::message("pupil.count-to", {count, to->data.name}) : text::message("pupil.count-out", {count})});
        return moved;
    });
}

}
