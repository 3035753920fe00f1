// SPDX-License-Identifier: GPL-3.0-or-later
// A staff list from a sheet: each line read, and matched with who is in the file already.
#include "services/people/staff_block.h"

#include "base/date_reader.h"
#include "base/name_keys.h"
#include "base/vietnamese.h"
#include "domain/collective.h"
#include "domain/people.h"
#include "services/people/post_words.h"
#include "services/people/sheet_columns.h"
#include "services/people/staff_draft.h"
#include "storage/repo/school_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;
using storage::Reader;
namespace repo = storage::repo;

namespace {

/// A day and a year agree when the year is the day's; what is not known agrees with everything.
bool agree(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b)
{
    return !a || !b || (a->date && b->date ? *a == *b : a->year == b->year);
}

bool surelySame(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b)
{
    return a && b && agree(a, b);
}

/// The more exact of two that agree; else what the list says.
std::optional<PartialDate> joined(const std::optional<PartialDate>& before, const std::optional<PartialDate>& given)
{
    return !given || (agree(before, given) && before && before->date) ? before : given;
}

std::string words(const std::optional<PartialDate>& date) { return date ? date->vn() : std::string(); }

/// Decides of each line whether it is about somebody who is in the file already: by the name as written and the birth, never by the
/// accent-free fold. What only may be the same person is asked.
class StaffMatcher {
public:
    StaffMatcher(Reader& reader, SchoolYearId year, Date today);
    /// Sets fate, question, candidates, person, changes and the draft that is written.
    void match(SheetLine& line, const std::optional<SheetAnswer>& answer);

private:
    struct Known {
        PersonId id{0};
        Person person;
        std::optional<StaffAssignment> post;
    };
    struct Earlier {                               ///< a line before
        std::size_t line;
        Person person;
    };
    struct Found {
        std::vector<const Known*> same, alike;
    };
    Found find(const Person& person) const;
    void ask(SheetLine& line, const Found& found) const;
    void decide(SheetLine& line, const std::optional<SheetAnswer>& answer);
    void update(SheetLine& line, const Known& known) const;
    std::string describe(const Known& known) const;
    const Earlier* earlierTwin(const Person& person) const;
    Date m_today;
    std::map<PersonId, Known> m_people;
    std::multimap<std::string, PersonId> m_byName, m_alike;
    std::map<CollectiveId, std::string> m_teams;
    std::vector<Earlier> m_earlier;
    std::set<PersonId> m_taken;
};

StaffMatcher::StaffMatcher(Reader& reader, SchoolYearId year, Date today) : m_today(today)
{
    for (const auto& row : repo::collectives(reader))
        m_teams.emplace(row.id, row.data.name);
    for (const auto& row : repo::people(reader)) {
        m_people.emplace(row.id, Known{row.id, row.data, std::nullopt});
        m_byName.emplace(nameKey(row.data.fullName), row.id);
        m_alike.emplace(likeNameKey(row.data.fullName), row.id);
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
            if (const auto& known = m_people.at(at->second); agree(known.person.birth, person.birth) && !m_taken.contains(known.id))
                into.push_back(&known);
    };
    collect(m_byName, nameKey(person.fullName), found.same);
    collect(m_alike, likeNameKey(person.fullName), found.alike);
    std::erase_if(found.alike, [&found](const Known* known) { return std::ranges::find(found.same, known) != found.same.end(); });
    return found;
}

const StaffMatcher::Earlier* StaffMatcher::earlierTwin(const Person& person) const
{
    const auto key = likeNameKey(person.fullName);
    const auto found = std::ranges::find_if(m_earlier, [&](const Earlier& one) { return likeNameKey(one.person.fullName) == key && agree(one.person.birth, person.birth); });
    return found == m_earlier.end() ? nullptr : &*found;
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
    const auto found = find(line.draft->person);
    for (const auto* group : {&found.same, &found.alike})
        for (const auto* known : *group)
            line.candidates.push_back({known->id, describe(*known)});
    ask(line, found);
    decide(line, answer);
    if (line.isWritten() || line.fate == SheetFate::Same || line.fate == SheetFate::Ask)
        m_earlier.push_back({line.line, line.draft->person});
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
        if (nameKey(twin->person.fullName) == nameKey(person.fullName))
            question("staff.ask-twice", {person.fullName, number});
        else
            question("staff.ask-tone-in-list", {person.fullName, twin->person.fullName, number});
        return;
    }
    const bool sure = std::ranges::any_of(found.same, [&person](const Known* known) { return surelySame(known->person.birth, person.birth); });
    if (found.same.size() == 1 && found.same.front()->person.leftOn && *found.same.front()->person.leftOn <= m_today) {
        question("staff.ask-left", {person.fullName, found.same.front()->person.leftOn->vn()});
    } else if (found.same.size() > 1 && !(sure && std::ranges::count_if(found.same, [&person](const Known* known) { return surelySame(known->person.birth, person.birth); }) == 1)) {
        question("staff.ask-which", {person.fullName, std::to_string(found.same.size())});
    } else if (!found.same.empty()) {
        const auto sureOne = std::ranges::find_if(found.same, [&person](const Known* known) { return surelySame(known->person.birth, person.birth); });
        line.fate = SheetFate::Update;
        line.person = (sureOne == found.same.end() ? found.same.front() : *sureOne)->id;
    } else if (!found.alike.empty()) {
        question("staff.ask-tone", {person.fullName, found.alike.front()->person.fullName});
    }
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
    person.birth = joined(person.birth, draft.person.birth);
    person.employedFrom = joined(person.employedFrom, draft.person.employedFrom);
    if (nameKey(person.fullName) != nameKey(draft.person.fullName)) {
        change(SheetField::FullName, person.fullName, draft.person.fullName);
        person.fullName = draft.person.fullName;
    }
    if (person.leftOn && *person.leftOn <= m_today)
        person.leftOn.reset(); // on the list again: came back
    change(SheetField::Gender, gender(known.person.gender), gender(person.gender));
    change(SheetField::Birth, words(known.person.birth), words(person.birth));
    change(SheetField::Employed, words(known.person.employedFrom), words(person.employedFrom));
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

constexpr std::array<const char*, kSheetFields> kMembers{"fullName", "gender", "birth", "position", "title", "team", "employedFrom"};

struct SheetReader {
    const StaffSheet& sheet;
    Date today;
    std::vector<Stored<Collective>> teams;
    SheetShape shape{};
    OldTexts old{sheet};
    std::vector<std::vector<std::string>> tidyLines{};
    std::set<std::pair<std::size_t, std::size_t>> oldCells{};
    std::map<std::string, std::string> newTeams{}; ///< by key, as first written
    std::vector<std::string> newTeamOrder{};
    bool anyTick = false;

    void prepare()
    {
        for (std::size_t line = 0; line < sheet.lines.size(); ++line) {
            auto& cells = tidyLines.emplace_back();
            for (std::size_t column = 0; column < sheet.lines[line].size(); ++column) {
                const auto& raw = sheet.lines[line][column];
                // Among many old texts one that could be either is old too.
                const auto found = oldEncodingOf(raw, old.cells > 2 ? old.encoding : std::nullopt);
                if (found)
                    oldCells.insert({line, column});
                cells.push_back(normalised(found && sheet.convertOld ? fromOldEncoding(raw, *found) : raw));
            }
        }
        shape = shapeOf(tidyLines, sheet.columns, today);
        for (const auto line : shape.people)
            anyTick = anyTick || !stood(line, SheetColumn::Female).empty();
    }

    std::optional<std::size_t> columnOf(SheetColumn kind) const
    {
        const auto found = std::ranges::find(shape.columns, kind);
        return found == shape.columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - shape.columns.begin()));
    }

    std::string stood(std::size_t line, SheetColumn kind) const
    {
        const auto column = columnOf(kind);
        return column && *column < tidyLines[line].size() ? tidyLines[line][*column] : std::string();
    }

    bool isOld(std::size_t line, SheetColumn kind) const
    {
        const auto column = columnOf(kind);
        return column && oldCells.contains({line, *column});
    }

    /// A cell with what the list says, or what the person put in its place.
    SheetCell& start(SheetLine& made, SheetField field, const std::string& text) const
    {
        auto& cell = made.cell(field);
        cell.stood = text;
        cell.text = text;
        if (const auto found = sheet.corrected.find({made.line, field}); found != sheet.corrected.end()) {
            cell.text = normalised(found->second);
            cell.corrected = true;
        }
        return cell;
    }

    void wrong(SheetCell& cell, SheetField field, const char* key, std::vector<std::string> args) const
    {
        cell.issue = FieldIssue{kMembers[static_cast<std::size_t>(field)], key, std::move(args)};
    }

    /// A text that still stands in an old font's letters is not taken as it is.
    void refuseOld(SheetCell& cell, SheetField field, std::size_t line, SheetColumn kind) const
    {
        if (!isOld(line, kind) || cell.corrected)
            return;
        if (sheet.convertOld)
            cell.guess = true;
        else
            wrong(cell, field, "staff.old-letters", {nameOf(*old.encoding), cell.stood});
    }

    void readName(SheetLine& made) const
    {
        auto name = stood(made.line, SheetColumn::FullName);
        auto kind = SheetColumn::FullName;
        if (name.empty()) {
            name = normalised(stood(made.line, SheetColumn::Family) + " " + stood(made.line, SheetColumn::Given));
            kind = isOld(made.line, SheetColumn::Given) ? SheetColumn::Given : SheetColumn::Family;
        }
        auto& cell = start(made, SheetField::FullName, name);
        if (!cell.corrected) {
            cell.text = inNameCase(cell.text);
            cell.guess = cell.text != cell.stood;
        }
        refuseOld(cell, SheetField::FullName, made.line, kind);
        made.draft->person.fullName = cell.text;
        if (cell.text.empty())
            wrong(cell, SheetField::FullName, "person.name-missing", {});
    }

    void readGenderOf(SheetLine& made) const
    {
        auto text = stood(made.line, SheetColumn::Gender);
        bool guess = false;
        if (text.empty() && columnOf(SheetColumn::Female) && anyTick) {
            const auto tick = stood(made.line, SheetColumn::Female);
            guess = tick.empty() || lower(tick) != "x";
            text = tick.empty() || genderCode(tick) == "male" ? "Nam" : "Nữ";
        }
        auto& cell = start(made, SheetField::Gender, text);
        cell.guess = guess && !cell.corrected;
        if (cell.text.empty())
            return;
        made.draft->person.gender = fromCode<Gender>(genderCode(cell.text));
        if (made.draft->person.gender)
            cell.text = text::label("gender", toCode(*made.draft->person.gender));
        else
            wrong(cell, SheetField::Gender, "person.gender-unknown", {cell.text});
    }

    void readDayOf(SheetLine& made, SheetField field, SheetColumn kind, DateSense sense, std::optional<PartialDate>& out) const
    {
        auto& cell = start(made, field, stood(made.line, kind));
        if (cell.text.empty())
            return;
        sense.fromSheet = true;
        const auto read = readDay(cell.text, sense);
        if (!read) {
            wrong(cell, field, "", {});
            cell.issue->key = read.error().key;
            cell.issue->args = read.error().args;
            return;
        }
        out = read->day;
        cell.text = read->day.vn();
        cell.guess = read->guessed && !cell.corrected;
    }

    void readPostOf(SheetLine& made) const
    {
        auto& cell = start(made, SheetField::Post, stood(made.line, SheetColumn::Post));
        const auto post = readPost(cell.text);
        if (!cell.corrected) {
            cell.text = post.title;
            cell.guess = post.titleGuessed;
        }
        refuseOld(cell, SheetField::Post, made.line, SheetColumn::Post);
        made.draft->title = cell.issue ? std::string() : cell.text;
        made.draft->position = post.position;
        auto& position = start(made, SheetField::Position, text::label("position", toCode(post.position)));
        position.guess = post.positionGuessed && !position.corrected;
        if (!position.corrected)
            return;
        for (const auto code : EnumCodes<Position>::codes)
            if (nameKey(text::label("position", code)) == nameKey(position.text))
                made.draft->position = *fromCode<Position>(code);
    }

    void readTeam(SheetLine& made)
    {
        auto text = stood(made.line, SheetColumn::Team);
        const auto section = shape.sections.find(made.line);
        const bool fromSection = text.empty() && !columnOf(SheetColumn::Team) && section != shape.sections.end();
        auto& cell = start(made, SheetField::Team, fromSection ? section->second : text);
        refuseOld(cell, SheetField::Team, made.line, SheetColumn::Team);
        if (cell.text.empty() || cell.issue)
            return;
        cell.guess = fromSection && !cell.corrected;
        const auto key = unitKey(cell.text);
        const auto found = std::ranges::find_if(teams, [&key](const auto& team) {
            return team.data.active && (unitKey(team.data.name) == key || (!team.data.shortName.empty() && unitKey(team.data.shortName) == key));
        });
        if (found != teams.end()) {
            made.draft->team = found->id;
            cell.text = found->data.name;
        } else {
            const auto known = newTeams.find(key);
            cell.text = made.newTeam = known == newTeams.end() ? cell.text : known->second;
        }
        cell.guess = cell.guess || (!cell.corrected && cell.text != cell.stood && nameKey(cell.text) != nameKey(cell.stood));
    }

    void keepTeam(const SheetLine& made)
    {
        if (made.newTeam.empty() || !made.isWritten())
            return;
        if (newTeams.emplace(unitKey(made.newTeam), made.newTeam).second)
            newTeamOrder.push_back(made.newTeam);
    }

    void checkTogether(SheetLine& made) const
    {
        for (const auto& found : validate(*made.draft, today)) {
            const auto member = std::ranges::find(kMembers, found.field);
            if (member == kMembers.end())
                continue;
            auto& cell = made.cells[static_cast<std::size_t>(member - kMembers.begin())];
            if (cell.issue)
                continue;
            cell.issue = found;
            if (found.field == "birth")
                made.draft->person.birth.reset();
            else if (found.field == "employedFrom")
                made.draft->person.employedFrom.reset();
        }
    }

    SheetLine readLine(std::size_t number)
    {
        SheetLine made;
        made.draft = std::make_shared<StaffDraft>();
        made.line = number;
        readName(made);
        readGenderOf(made);
        readDayOf(made, SheetField::Birth, SheetColumn::Birth, birthSense(today), made.draft->person.birth);
        readPostOf(made);
        readTeam(made);
        readDayOf(made, SheetField::Employed, SheetColumn::Employed, employmentSense(made.draft->person.birth, today), made.draft->person.employedFrom);
        checkTogether(made);
        if (made.cell(SheetField::FullName).issue)
            made.fate = SheetFate::Wrong;
        return made;
    }
};

}

SheetReading readStaffSheet(Reader& reader, SchoolYearId year, const StaffSheet& sheet, Date today)
{
    SheetReader from{sheet, today, repo::collectives(reader)};
    from.prepare();
    StaffMatcher matcher(reader, year, today);
    SheetReading reading;
    reading.columns = from.shape.columns;
    if (from.shape.headingLine)
        reading.headings = from.tidyLines[*from.shape.headingLine];
    reading.headings.resize(from.shape.headingLine ? reading.columns.size() : 0);
    for (const auto number : from.shape.people) {
        auto line = from.readLine(number);
        const auto answer = sheet.answers.find(number);
        if (line.fate != SheetFate::Wrong)
            matcher.match(line, answer == sheet.answers.end() ? std::nullopt : std::optional(answer->second));
        else if (answer != sheet.answers.end() && answer->second.kind == SheetAnswer::Kind::Skip)
            line.fate = SheetFate::Skip;
        from.keepTeam(line);
        reading.people.push_back(std::move(line));
    }
    reading.otherLines = static_cast<int>(std::ranges::count_if(from.tidyLines, [](const auto& cells) { return std::ranges::any_of(cells, [](const auto& cell) { return !cell.empty(); }); })
                                          - static_cast<std::ptrdiff_t>(reading.people.size()));
    reading.newTeams = from.newTeamOrder;
    reading.oldEncoding = from.old.encoding;
    reading.oldExample = from.old.example;
    reading.oldExampleMeant = from.old.meant;
    reading.oldCells = static_cast<int>(from.oldCells.size());
    return reading;
}

}
