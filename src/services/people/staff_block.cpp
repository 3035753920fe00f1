// SPDX-License-Identifier: GPL-3.0-or-later
// A staff list from a sheet: each line read, and matched with who is in the file already.
#include "services/people/staff_block.h"

#include "base/date_reader.h"
#include "base/name_keys.h"
#include "base/vietnamese.h"
#include "domain/collective.h"
#include "services/people/post_words.h"
#include "services/people/sheet_columns.h"
#include "services/people/sheet_text.h"
#include "services/people/sheet_values.h"
#include "services/people/staff_draft.h"
#include "services/people/staff_matcher.h"
#include "storage/repo/school_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;
using storage::Reader;
namespace repo = storage::repo;

namespace {

constexpr std::array<const char*, kSheetFields> kMemberColumns{"fullName", "gender", "birth", "position", "title", "team", "employedFrom", "code"};

struct SheetReader {
    const StaffSheet& sheet;
    Date today;
    std::vector<Stored<Collective>> teams;
    SheetShape shape{};
    SheetText letters = tidySheet(sheet.lines, sheet.convertOld);
    const std::vector<std::vector<std::string>>& tidyLines = letters.lines;
    std::map<std::string, std::string> newTeams{}; ///< by key, as first written
    std::vector<std::string> newTeamOrder{};
    bool anyTick = false;

    void prepare()
    {
        HeadingSaid said{sheet.heading.has_value(), sheet.heading};
        if (said.line && *said.line >= tidyLines.size())
            said.line.reset();
        shape = shapeOf(tidyLines, sheet.columns, today, ListKind::Staff, {}, said);
        for (const auto line : shape.people)
            anyTick = anyTick || !stood(line, SheetColumn::Female).empty() || !stood(line, SheetColumn::Male).empty();
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
        return column && letters.old.contains({line, *column});
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
        cell.issue = FieldIssue{kMemberColumns[static_cast<std::size_t>(field)], key, std::move(args)};
    }

    /// A text that still stands in an old font's letters is not taken as it is.
    void refuseOld(SheetCell& cell, SheetField field, std::size_t line, SheetColumn kind) const
    {
        if (!isOld(line, kind) || cell.corrected)
            return;
        if (sheet.convertOld)
            cell.guess = true;
        else
            wrong(cell, field, "staff.old-letters", {nameOf(*letters.encoding), cell.stood});
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
        auto said = stood(made.line, SheetColumn::Gender);
        bool guess = false;
        if (said.empty() && anyTick)
            said = genderOfTicks(columnOf(SheetColumn::Female) ? std::optional(stood(made.line, SheetColumn::Female)) : std::nullopt,
                                 columnOf(SheetColumn::Male) ? std::optional(stood(made.line, SheetColumn::Male)) : std::nullopt, guess);
        auto& cell = start(made, SheetField::Gender, said);
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
        const bool inTicks = field == SheetField::Birth && !columnOf(kind);
        auto& cell = start(made, field, inTicks ? birthOfTicks(stood(made.line, SheetColumn::Female), stood(made.line, SheetColumn::Male)) : stood(made.line, kind));
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
        const auto said = stood(made.line, SheetColumn::Team);
        const auto section = shape.sections.find(made.line);
        const bool fromSection = said.empty() && !columnOf(SheetColumn::Team) && section != shape.sections.end();
        auto& cell = start(made, SheetField::Team, fromSection ? section->second : said);
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
            const auto member = std::ranges::find(kMemberColumns, found.field);
            if (member == kMemberColumns.end())
                continue;
            auto& cell = made.cells[static_cast<std::size_t>(member - kMemberColumns.begin())];
            if (cell.issue)
                continue;
            cell.issue = found;
            if (found.field == "birth")
                made.draft->person.birth.reset();
            else if (found.field == "employedFrom")
                made.draft->person.employedFrom.reset();
        }
    }

    void readCode(SheetLine& made) const
    {
        auto& cell = start(made, SheetField::Code, stood(made.line, SheetColumn::Code));
        made.draft->person.code = cell.text;
        if (const auto spoilt = spoiltCode(cell.text))
            wrong(cell, SheetField::Code, spoilt->key.c_str(), spoilt->args);
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
        readCode(made);
        readDayOf(made, SheetField::Employed, SheetColumn::Employed, employmentSense(made.draft->person.birth, today), made.draft->person.employedFrom);
        checkTogether(made);
        if (made.cell(SheetField::FullName).issue || (sheet.wholeLines && std::ranges::any_of(made.cells, [](const auto& cell) { return cell.issue.has_value(); })))
            made.fate = SheetFate::Wrong;
        return made;
    }

    /// What a line says, its number aside: lines that say the same are one.
    std::string said(std::size_t line) const
    {
        std::string all;
        for (std::size_t column = 0; column < shape.columns.size(); ++column)
            if (shape.columns[column] != SheetColumn::Unused)
                all += (column < tidyLines[line].size() ? tidyLines[line][column] : std::string()) + "\x1f";
        return all;
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
    if (from.shape.headings)
        reading.headings = from.shape.headings->words;
    reading.headings.resize(from.shape.headings ? reading.columns.size() : 0);
    std::set<std::string> said;
    for (const auto number : from.shape.people) {
        auto line = from.readLine(number);
        if (sheet.wholeLines && line.fate != SheetFate::Wrong && !said.insert(from.said(number)).second) {
            line.fate = SheetFate::Same;
            reading.people.push_back(std::move(line));
            continue;
        }
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
    reading.oldEncoding = from.letters.encoding;
    reading.oldExample = from.letters.example;
    reading.oldExampleMeant = from.letters.meant;
    reading.oldCells = static_cast<int>(from.letters.old.size());
    return reading;
}

}
