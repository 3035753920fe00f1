// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/import_table.h"

#include "services/follow/year_record_writing.h"
#include "services/intake/honour_words.h"
#include "services/intake/import_columns.h"
#include "sheets/references.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {
namespace {

ImportTable tableOf(const sheets::Sheet& sheet)
{
    ImportTable table;
    table.sheet = sheet.name;
    for (const auto& row : sheet.rows) {
        const auto line = table.rows.size();
        table.rows.push_back(row.number);
        auto& cells = table.raw.emplace_back(row.cells.empty() ? 0 : row.cells.back().column + 1);
        for (const auto& cell : row.cells) {
            cells[cell.column] = cell.text;
            if (cell.kind == sheets::CellKind::Error)
                table.errors.insert({line, cell.column});
            else if (cell.kind == sheets::CellKind::Date)
                table.days.insert({line, cell.column});
        }
    }
    return table;
}

std::size_t usedColumns(const ImportTable& table)
{
    return static_cast<std::size_t>(std::ranges::count_if(table.shape.columns, [](auto column) { return column != SheetColumn::Unused; }));
}

bool namesSomebody(const ImportTable& table)
{
    return table.columnOf(SheetColumn::FullName) || table.columnOf(SheetColumn::Given) || table.columnOf(SheetColumn::Family);
}

/// A cell that somebody corrected is a text like any other, whatever had been in it.
void correct(ImportTable& table, const ImportRequest& request)
{
    for (const auto& [place, words] : request.corrected) {
        const auto found = std::ranges::lower_bound(table.rows, place.first);
        if (found == table.rows.end() || *found != place.first)
            continue;
        const auto line = static_cast<std::size_t>(found - table.rows.begin());
        auto& cells = table.raw[line];
        cells.resize(std::max(cells.size(), place.second + 1));
        cells[place.second] = words;
        table.errors.erase({line, place.second});
        table.days.erase({line, place.second});
    }
}

HeadingSaid headingSaid(const ImportTable& table, const ImportRequest& request)
{
    if (!request.heading)
        return {};
    const auto found = std::ranges::lower_bound(table.rows, *request.heading);
    const bool there = found != table.rows.end() && *found == *request.heading;
    return {true, there ? std::optional(static_cast<std::size_t>(found - table.rows.begin())) : std::nullopt};
}

ImportTable readTable(const sheets::Sheet& sheet, const ImportRequest& request, Date today, const IsTick& isTick)
{
    auto table = tableOf(sheet);
    correct(table, request);
    table.text = tidySheet(table.raw, true);
    table.shape = shapeOf(table.text.lines, request.columns, today, request.kind, isTick, headingSaid(table, request));
    table.answers = request.answers;
    table.heading = request.heading;
    table.progress = request.progress;
    return table;
}

/// Of columns that a person named: each stands once, but for what a row may say several times.
Result<void> eachOnce(const ImportTable& table, const ImportRequest& request)
{
    if (request.columns.empty())
        return {};
    std::map<SheetColumn, std::size_t> taken;
    for (std::size_t column = 0; column < table.shape.columns.size(); ++column) {
        const auto kind = table.shape.columns[column];
        if (const auto [first, fresh] = taken.emplace(kind, column); !fresh && !mayRepeat(kind))
            return fail(ErrorCode::InputFormat, "import.mapped-twice", {table.title(first->second), table.title(column), columnLabel(kind)});
    }
    return {};
}

}

std::optional<std::size_t> ImportTable::columnOf(SheetColumn kind) const
{
    const auto found = std::ranges::find(shape.columns, kind);
    return found == shape.columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - shape.columns.begin()));
}

std::string ImportTable::at(std::size_t line, std::size_t column) const
{
    return column < text.lines[line].size() ? text.lines[line][column] : std::string();
}

std::string ImportTable::stood(std::size_t line, std::size_t column) const
{
    return column < raw[line].size() ? raw[line][column] : std::string();
}

std::string ImportTable::title(std::size_t column) const
{
    if (shape.headings && column < shape.headings->words.size() && !shape.headings->words[column].empty())
        return shape.headings->words[column];
    return text::message("import.column", {sheets::columnLetters(static_cast<std::uint32_t>(column))});
}

IsTick ticksOf(ListKind kind, const rules::Catalogue& rules)
{
    if (kind == ListKind::Evaluations)
        return [](const std::string& heading) { return ratingNamed(heading).has_value() || yearNamed(heading).has_value(); };
    if (kind != ListKind::Honours && kind != ListKind::Registrations && kind != ListKind::Form)
        return {};
    return [words = HonourWords(rules), kind](const std::string& heading) {
        return words.codeOf(heading).has_value() || (kind == ListKind::Honours && yearNamed(heading).has_value());
    };
}

bool isList(const ImportTable& table)
{
    return table.shape.headings && !table.shape.headings->guessed && namesSomebody(table) && !table.shape.people.empty();
}

Result<ImportTable> importTable(const ImportRequest& request, Date today, const IsTick& isTick)
{
    std::optional<ImportTable> best;
    std::vector<std::string> others;
    for (const auto& sheet : request.book.sheets) {
        if (!request.sheet.empty() && sheet.name != request.sheet)
            continue;
        auto table = readTable(sheet, request, today, isTick);
        // What stands in columns without a heading is not guessed: nobody looks at it before it is written.
        if (request.columns.empty() ? !isList(table) : !namesSomebody(table) || table.shape.people.empty())
            continue;
        const auto weight = [](const ImportTable& one) { return std::pair(usedColumns(one), one.shape.people.size()); };
        if (best && weight(*best) >= weight(table)) {
            others.push_back(table.sheet);
            continue;
        }
        if (best)
            others.push_back(best->sheet);
        best = std::move(table);
    }
    if (!best && !request.columns.empty())
        return fail(ErrorCode::InputFormat, "import.no-name-column");
    if (!best)
        return fail(ErrorCode::InputFormat, "import.no-headings", {request.file, text::label("import-headings", std::to_string(static_cast<int>(request.kind)))});
    TD_CHECK(eachOnce(*best, request));
    best->others = std::move(others);
    return std::move(*best);
}

std::optional<ImportTable> anyTable(const ImportRequest& request, Date today, const IsTick& isTick)
{
    if (auto table = importTable(request, today, isTick))
        return std::move(*table);
    const sheets::Sheet* fullest = nullptr;
    for (const auto& sheet : request.book.sheets)
        if ((request.sheet.empty() || sheet.name == request.sheet) && !sheet.rows.empty() && (fullest == nullptr || sheet.rows.size() > fullest->rows.size()))
            fullest = &sheet;
    return fullest == nullptr ? std::nullopt : std::optional(readTable(*fullest, request, today, isTick));
}

}
