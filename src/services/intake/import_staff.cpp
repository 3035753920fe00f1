// SPDX-License-Identifier: GPL-3.0-or-later
// The staff list of a file, read by the engine that reads pasted lists.
#include "base/name_keys.h"
#include "base/text_util.h"
#include "services/core/internal.h"
#include "services/intake/import_parts.h"
#include "services/intake/import_table.h"
#include "services/intake/saved_words.h"
#include "services/people/sheet_values.h"
#include "services/people/staff_block.h"
#include "services/people/staff_draft.h"
#include "text/messages.h"

#include <algorithm>
#include <array>

namespace thidua::services {

using namespace domain;

namespace {

constexpr std::array<std::pair<const char*, SheetColumn>, kSheetFields> kFields{{{"full_name", SheetColumn::FullName}, {"gender", SheetColumn::Gender}, {"birth", SheetColumn::Birth},
                                                                                {"position", SheetColumn::Post}, {"title", SheetColumn::Post}, {"team_id", SheetColumn::Team},
                                                                                {"employed_from", SheetColumn::Employed}, {"code", SheetColumn::Code}}};

std::optional<std::size_t> placeOf(const ImportTable& table, SheetField field)
{
    auto column = table.columnOf(kFields[static_cast<std::size_t>(field)].second);
    if (!column && field == SheetField::Gender)
        column = table.columnOf(SheetColumn::Female);
    if (!column && field == SheetField::FullName)
        column = table.columnOf(SheetColumn::Family);
    return column;
}

/// The cell of a row that says it: a birth may stand below “Nam” or “Nữ”, where old forms have it.
std::optional<std::size_t> cellOf(const ImportTable& table, SheetField field, std::size_t row)
{
    const auto column = placeOf(table, field);
    const auto line = static_cast<std::size_t>(std::ranges::lower_bound(table.rows, row) - table.rows.begin());
    if (column || field != SheetField::Birth || line == table.rows.size())
        return column;
    for (const auto kind : {SheetColumn::Female, SheetColumn::Male})
        if (const auto ticks = table.columnOf(kind); ticks && !birthOfTicks(table.at(line, *ticks), {}).empty())
            return ticks;
    return std::nullopt;
}

/// As the sheet calls it, else as the program does.
std::string titleOf(const ImportTable& table, SheetField field)
{
    const auto column = placeOf(table, field);
    return column ? table.title(*column) : capitalised(text::label("column", kFields[static_cast<std::size_t>(field)].first));
}

/// Rows with their own numbers as lines, so that a sentence that names a line names the row.
StaffSheet sheetFrom(const ImportTable& table)
{
    StaffSheet sheet;
    sheet.lines.resize(table.rows.empty() ? 0 : table.rows.back());
    for (std::size_t line = 0; line < table.rows.size(); ++line)
        sheet.lines[table.rows[line] - 1] = table.raw[line];
    for (const auto& [line, column] : table.errors)
        if (column < table.shape.columns.size() && table.shape.columns[column] != SheetColumn::Unused)
            sheet.answers[table.rows[line] - 1] = {SheetAnswer::Kind::Skip, std::nullopt};
    for (const auto& [row, answer] : table.answers)
        if (row > 0 && row <= sheet.lines.size())
            sheet.answers[row - 1] = answer;
    return sheet;
}

struct StaffReport {
    const ImportTable& table;
    ImportReport& report;
    Date today;
    std::set<std::size_t> shortLines = shortCodes(table);

    std::optional<std::size_t> lineAt(std::size_t row) const
    {
        const auto found = std::ranges::lower_bound(table.rows, row);
        return found == table.rows.end() || *found != row ? std::nullopt : std::optional(static_cast<std::size_t>(found - table.rows.begin()));
    }

    /// What is written instead of what stands there: a post in full words, a team as the file calls it.
    std::map<std::size_t, std::string> savedOf(const SheetLine& line) const
    {
        const auto at = lineAt(line.line + 1);
        auto saved = at ? savedWords(table, *at, today) : std::map<std::size_t, std::string>{};
        for (const auto field : {SheetField::Post, SheetField::Team})
            if (const auto column = placeOf(table, field))
                if (const auto& cell = line.cell(field); !cell.issue && !cell.text.empty() && cell.text != cell.stood)
                    saved[*column] = cell.text;
        return saved;
    }

    void reject(const SheetLine& line)
    {
        bool first = true;
        const auto add = [&](ImportIssue issue) { (std::exchange(first, false) ? report.rejected : report.further).push_back(std::move(issue)); };
        const auto row = line.line + 1;
        for (std::size_t field = 0; field < kSheetFields; ++field)
            if (const auto& cell = line.cells[field]; cell.issue)
                add({row, titleOf(table, static_cast<SheetField>(field)), cell.stood, cell.issue->key, cell.issue->args, cellOf(table, static_cast<SheetField>(field), row)});
        if (line.fate == SheetFate::Ask) {
            const auto field = line.question->field == "code" ? SheetField::Code : SheetField::FullName;
            add({row, titleOf(table, field), line.cell(field).stood, line.question->key, line.question->args, cellOf(table, field, row)});
        }
        if (!first)
            return;
        const auto at = std::ranges::lower_bound(table.rows, row);
        for (std::size_t column = 0; column < table.shape.columns.size(); ++column)
            if (const auto number = static_cast<std::size_t>(at - table.rows.begin()); table.shape.columns[column] != SheetColumn::Unused && table.errors.contains({number, column}))
                add({row, table.title(column), table.stood(number, column), "import.formula-error", {}, column});
    }

    void warn(const SheetLine& line)
    {
        const auto add = [&](SheetField field, const char* key, std::vector<std::string> args) {
            report.warnings.push_back({line.line + 1, titleOf(table, field), line.cell(field).stood, key, std::move(args), cellOf(table, field, line.line + 1)});
        };
        for (const auto& [field, day] : {std::pair(SheetField::Birth, line.draft->person.birth), std::pair(SheetField::Employed, line.draft->person.employedFrom)}) {
            if (!day)
                continue;
            const auto& cell = line.cell(field);
            if (!day->date && cell.guess && cell.stood.size() > 4)
                add(field, "import.month-only", {cell.stood, std::to_string(day->year)});
            else if (!day->date && field == SheetField::Birth)
                add(field, "import.year-only", {std::to_string(day->year)});
            else if (cell.guess)
                add(field, "import.day-guessed", {cell.stood, cell.text});
        }
        if (line.cell(SheetField::Position).guess && !line.cell(SheetField::Post).stood.empty())
            add(SheetField::Post, "import.post-guessed", {line.cell(SheetField::Post).stood, line.cell(SheetField::Position).text});
        const auto at = lineAt(line.line + 1);
        if (const auto& name = line.cell(SheetField::FullName); at && !name.corrected && nameOf(table, *at) != name.text && inNameCase(nameOf(table, *at)) == name.text)
            add(SheetField::FullName, "import.name-cased", {name.text});
        if (at && shortLines.contains(*at))
            add(SheetField::Code, "import.code-short", {line.cell(SheetField::Code).text});
        const auto found = std::ranges::find(table.rows, line.line + 1);
        for (const auto kind : {SheetColumn::FullName, SheetColumn::Given})
            if (const auto column = table.columnOf(kind); column && found != table.rows.end() && table.text.old.contains({static_cast<std::size_t>(found - table.rows.begin()), *column}))
                add(SheetField::FullName, "import.converted", {normalised(table.stood(static_cast<std::size_t>(found - table.rows.begin()), *column)), line.cell(SheetField::FullName).text});
    }

    void take(const SheetLine& line)
    {
        ++report.rows;
        ImportLine told{line.line + 1, ImportFate::Rejected, line.cell(SheetField::FullName).text, {}};
        switch (line.fate) {
        case SheetFate::New: told.fate = ImportFate::Created; break;
        case SheetFate::Update: told.fate = ImportFate::Updated; break;
        case SheetFate::Same: told.fate = ImportFate::Unchanged; break;
        case SheetFate::Skip:
            if (table.answers.contains(line.line + 1)) {
                told.fate = ImportFate::Skipped;
                break;
            }
            reject(line);
            break;
        case SheetFate::Ask:
            told.asked = true;
            [[fallthrough]];
        case SheetFate::Wrong: reject(line);
        }
        if (told.asked)
            told.candidates = line.candidates;
        report.skipped += told.fate == ImportFate::Skipped ? 1 : 0;
        report.created += told.fate == ImportFate::Created ? 1 : 0;
        report.updated += told.fate == ImportFate::Updated ? 1 : 0;
        report.unchanged += told.fate == ImportFate::Unchanged ? 1 : 0;
        for (const auto& change : line.changes)
            told.changes.push_back({titleOf(table, change.field), change.before, change.after});
        if (line.isWritten())
            warn(line);
        told.saved = savedOf(line);
        report.lines.push_back(std::move(told));
    }
};

}

Result<void> importStaff(ImportWork& work, const ImportTable& table)
{
    TD_TRY(const auto year, work.needYear());
    auto sheet = sheetFrom(table);
    sheet.convertOld = sheet.leaveOut = sheet.wholeLines = true; // nobody sits there to answer
    sheet.columns = work.columns;
    if (table.heading) // of none a line that is beyond all others
        sheet.heading = *table.heading == 0 ? sheet.lines.size() : *table.heading - 1;
    const auto reading = readStaffSheet(work.tx, year, sheet, work.today);
    work.report.sheet = table.sheet;
    StaffReport report{table, work.report, work.today};
    for (const auto& line : reading.people)
        report.take(line);
    if (!reading.newTeams.empty()) // told once: real guesses would drown among them
        work.report.warnings.push_back({0, {}, {}, "import.new-teams", {std::to_string(reading.newTeams.size()), join(reading.newTeams, ", ")}});
    writeStaff(work.tx, year, reading);
    return {};
}

}
