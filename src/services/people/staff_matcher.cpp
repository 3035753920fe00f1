// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/staff_matcher.h"

#include "base/name_keys.h"
#include "domain/collective.h"
#include "services/people/same_person.h"
#include "services/people/staff_draft.h"
#include "storage/repo/school_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;
using storage::Reader;
namespace repo = storage::repo;

StaffMatcher::StaffMatcher(Reader& reader, SchoolYearId year, Date today) : m_today(today), m_former(reader)
{
    for (const auto& row : repo::collectives(reader))
        m_teams.emplace(row.id, row.data.name);
    for (const auto& row : repo::people(reader)) {
        m_people.emplace(row.id, Known{row.id, row.data, std::nullopt});
        m_byName.emplace(nameKey(row.data.fullName), row.id);
        m_alike.emplace(likeNameKey(row.data.fullName), row.id);
        if (!row.data.code.empty())
            m_byCode.emplace(codeKey(row.data.code), row.id);
    }
    for (const auto& row : repo::assignments(reader, year))
        if (const auto found = m_people.find(row.data.person); found != m_people.end())
            found->second.post = row.data;
}

StaffMatcher::Found StaffMatcher::find(const Person& person) const
{
    Found found;
    const auto collect = [&](const std::multimap<std::string, PersonId>& from, const std::string& key, std::vector<const Known*>& into) {
        for (auto [at, end] = from.equal_range(key); at != end; ++at)
            if (const auto& known = m_people.at(at->second); daysAgree(known.person.birth, person.birth) && !codesDiffer(known.person.code, person.code) && !m_taken.contains(known.id))
                into.push_back(&known);
    };
    collect(m_byName, nameKey(person.fullName), found.same);
    collect(m_alike, likeNameKey(person.fullName), found.alike);
    std::erase_if(found.alike, [&found](const Known* known) { return std::ranges::find(found.same, known) != found.same.end(); });
    return found;
}

const StaffMatcher::Earlier* StaffMatcher::earlierTwin(const Person& person) const
{
    if (const auto found = m_earlierCodes.find(person.code); found != m_earlierCodes.end())
        return &found->second;
    for (auto [at, end] = m_earlier.equal_range(likeNameKey(person.fullName)); at != end; ++at)
        if (daysAgree(at->second.person.birth, person.birth) && !codesDiffer(at->second.person.code, person.code))
            return &at->second;
    return nullptr;
}

std::string StaffMatcher::describe(const Known& known) const
{
    std::string text = known.person.fullName;
    if (known.person.birth)
        text += ", sinh " + known.person.birth->vn();
    if (known.post)
        text += ", " + (known.post->title.empty() ? text::label("position", toCode(known.post->position)) : known.post->title);
    if (known.person.leftOn && *known.person.leftOn <= m_today)
        text += ", đã chuyển đi " + known.person.leftOn->vn();
    return text;
}

void StaffMatcher::match(SheetLine& line, const std::optional<SheetAnswer>& answer)
{
    auto& said = line.draft->person;
    m_former.renew(said.fullName, said.birth, said.code, m_byName.contains(nameKey(said.fullName)));
    const auto found = find(said);
    for (const auto* group : {&found.same, &found.alike})
        for (const auto* known : *group)
            line.candidates.push_back({known->id, describe(*known)});
    ask(line, found);
    decide(line, answer);
    if (line.isWritten() || line.fate == SheetFate::Same || line.fate == SheetFate::Ask) {
        const auto& person = line.draft->person;
        m_earlier.emplace(likeNameKey(person.fullName), Earlier{line.line, person});
        if (!person.code.empty())
            m_earlierCodes.emplace(person.code, Earlier{line.line, person});
    }
    if (line.person)
        m_taken.insert(*line.person);
}

/// The fate that follows from the file and the lines before, or a question.
void StaffMatcher::ask(SheetLine& line, const Found& found) const
{
    const auto& person = line.draft->person;
    const auto question = [&line](const char* key, std::vector<std::string> args) {
        line.fate = SheetFate::Ask;
        line.question = FieldIssue{"fullName", key, std::move(args)};
    };
    line.fate = SheetFate::New;
    if (const auto* twin = earlierTwin(person)) {
        const auto number = std::to_string(twin->line + 1);
        if (!person.code.empty() && twin->person.code == person.code)
            line.fate = SheetFate::Ask, line.question = FieldIssue{"code", "staff.ask-code-twice", {person.code, number}};
        else if (nameKey(twin->person.fullName) == nameKey(person.fullName))
            question("staff.ask-twice", {person.fullName, number});
        else
            question("staff.ask-tone-in-list", {person.fullName, twin->person.fullName, number});
        return;
    }
    if (askByCode(line))
        return;
    const bool sure = std::ranges::any_of(found.same, [&person](const Known* known) { return daysSurelySame(known->person.birth, person.birth); });
    if (found.same.size() == 1 && found.same.front()->person.leftOn && *found.same.front()->person.leftOn <= m_today) {
        question("staff.ask-left", {person.fullName, found.same.front()->person.leftOn->vn()});
    } else if (found.same.size() > 1 && !(sure && std::ranges::count_if(found.same, [&person](const Known* known) { return daysSurelySame(known->person.birth, person.birth); }) == 1)) {
        question("staff.ask-which", {person.fullName, std::to_string(found.same.size())});
    } else if (!found.same.empty()) {
        const auto sureOne = std::ranges::find_if(found.same, [&person](const Known* known) { return daysSurelySame(known->person.birth, person.birth); });
        line.fate = SheetFate::Update;
        line.person = (sureOne == found.same.end() ? found.same.front() : *sureOne)->id;
    } else if (!found.alike.empty()) {
        question("staff.ask-tone", {person.fullName, found.alike.front()->person.fullName});
    }
}

/// The code says who it is, unless name and birth both say somebody else.
bool StaffMatcher::askByCode(SheetLine& line) const
{
    const auto& person = line.draft->person;
    const auto coded = withCode(m_byCode, person.code, [this](domain::PersonId id) { return m_people.at(id).person.code; });
    if (coded == m_byCode.end())
        return false;
    const auto& known = m_people.at(coded->second).person;
    if (likeNameKey(known.fullName) != likeNameKey(person.fullName) && !daysSurelySame(known.birth, person.birth)) {
        line.fate = SheetFate::Ask;
        line.question = FieldIssue{"code", "staff.ask-code", {person.code, known.fullName}};
        return true;
    }
    line.fate = SheetFate::Update;
    line.person = coded->second;
    return true;
}

void StaffMatcher::decide(SheetLine& line, const std::optional<SheetAnswer>& answer)
{
    if (answer) {
        line.person.reset();
        line.fate = answer->kind == SheetAnswer::Kind::Skip ? SheetFate::Skip : SheetFate::New;
        if (answer->kind == SheetAnswer::Kind::Update && answer->person && m_people.contains(*answer->person)) {
            line.fate = SheetFate::Update;
            line.person = answer->person;
        }
    }
    if (line.fate == SheetFate::Update)
        update(line, m_people.at(*line.person));
}

/// What the list says replaces what is there; what it leaves blank stays.
void StaffMatcher::update(SheetLine& line, const Known& known) const
{
    const auto change = [&line](SheetField field, const std::string& before, const std::string& after) {
        if (before != after)
            line.changes.push_back({field, before, after});
    };
    const auto gender = [](const std::optional<Gender>& value) { return value ? text::label("gender", toCode(*value)) : std::string(); };
    auto& draft = *line.draft;
    Person person = known.person;
    person.gender = draft.person.gender ? draft.person.gender : person.gender;
    person.birth = joinedDays(person.birth, draft.person.birth);
    person.employedFrom = joinedDays(person.employedFrom, draft.person.employedFrom);
    if (nameKey(person.fullName) != nameKey(draft.person.fullName)) {
        change(SheetField::FullName, person.fullName, draft.person.fullName);
        person.fullName = draft.person.fullName;
    }
    if (person.leftOn && *person.leftOn <= m_today)
        person.leftOn.reset(); // on the list again: came back
    if (const auto code = fullerCode(person.code, draft.person.code); code != person.code) {
        change(SheetField::Code, person.code, code);
        person.code = code;
    }
    change(SheetField::Gender, gender(known.person.gender), gender(person.gender));
    change(SheetField::Birth, dayWords(known.person.birth), dayWords(person.birth));
    change(SheetField::Employed, dayWords(known.person.employedFrom), dayWords(person.employedFrom));
    draft.person = std::move(person);
    if (known.post) {
        const auto& post = *known.post;
        // A position that was only guessed does not take the place of one that is known.
        const auto& cell = line.cell(SheetField::Position);
        if (line.cell(SheetField::Post).text.empty() || (cell.guess && !cell.corrected && nameKey(post.title) == nameKey(draft.title)))
            draft.position = post.position;
        if (line.cell(SheetField::Post).text.empty())
            draft.title = post.title;
        if (line.cell(SheetField::Team).text.empty())
            draft.team = post.team;
        const auto team = [this](const std::optional<CollectiveId>& id) { return id && m_teams.contains(*id) ? m_teams.at(*id) : std::string(); };
        const auto label = [](Position position) { return text::label("position", toCode(position)); };
        // A position's own name says no more than the position.
        if (draft.position == post.position && post.title.empty() && nameKey(draft.title) == nameKey(label(post.position)))
            draft.title.clear();
        change(SheetField::Position, label(post.position), label(draft.position));
        change(SheetField::Post, post.title, draft.title);
        change(SheetField::Team, team(post.team), line.newTeam.empty() ? team(draft.team) : line.newTeam);
    } else {
        line.changes.push_back({SheetField::Position, {}, text::label("position", toCode(draft.position))});
    }
    line.cell(SheetField::Position).text = text::label("position", toCode(draft.position));
    if (line.changes.empty() && draft.person.leftOn == known.person.leftOn)
        line.fate = SheetFate::Same;
}

}
