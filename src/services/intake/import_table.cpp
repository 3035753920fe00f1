// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/import_table.h"

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
    std::string letters;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return text::message("import.column", {letters});
}

Result<ImportTable> importTable(const ImportRequest& request, Date today, const IsTick& isTick)
{
    std::optional<ImportTable> best;
    std::vector<std::string> others;
    for (const auto& sheet : request.book.sheets) {
        auto table = tableOf(sheet);
        table.text = tidySheet(table.raw, true);
        table.shape = shapeOf(table.text.lines, {}, today, request.kind, isTick);
        // What stands in columns without a heading is not guessed: nobody looks at it before it is written.
        if (!table.shape.headings || !namesSomebody(table) || table.shape.people.empty())
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
    if (!best)
        return fail(ErrorCode::InputFormat, "import.no-headings", {request.file, text::label("import-headings", std::to_string(static_cast<int>(request.kind)))});
    best->others = std::move(others);
    return std::move(*best);
}

}
