// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/row_honours.h"

#include "services/people/sheet_values.h"

#include <algorithm>

namespace thidua::services {
namespace {

std::optional<SchoolYear> yearOver(const ImportTable& table, std::size_t column)
{
    return table.shape.columns[column] == SheetColumn::Tick ? yearNamed(table.title(column)) : std::nullopt;
}

}

bool hasYearColumns(const ImportTable& table)
{
    for (std::size_t column = 0; column < table.shape.columns.size(); ++column)
        if (yearOver(table, column))
            return true;
    return false;
}

bool saysYears(const ImportTable& table)
{
    return table.columnOf(SheetColumn::Year).has_value() || hasYearColumns(table);
}

std::vector<HonourCell> yearCells(const ImportTable& table, std::size_t line)
{
    std::vector<HonourCell> cells;
    for (std::size_t column = 0; column < table.shape.columns.size(); ++column)
        if (const auto year = yearOver(table, column); year && !saysNone(table.at(line, column)))
            cells.push_back({column, *year, table.at(line, column)});
    return cells;
}

std::vector<std::string> honoursOfRow(RowReader& row, const HonourWords& words)
{
    const auto& table = row.table();
    std::vector<std::string> honours;
    bool unclear = false;
    const auto add = [&honours](const std::string& code) {
        if (std::ranges::find(honours, code) == honours.end())
            honours.push_back(code);
    };
    for (const auto column : row.columns(SheetColumn::Honour)) {
        // Lines within a cell part one from another, which tidying takes away.
        const auto raw = table.stood(row.line(), column);
        std::vector<std::string> unknown;
        for (const auto& code : words.codesOf(raw.find('\n') == std::string::npos ? table.at(row.line(), column) : raw, unknown))
            add(code);
        if (unknown.empty())
            continue;
        unclear = true;
        row.wrongAt(column, "import.honour-unknown", {unknown.front()});
    }
    for (const auto column : row.columns(SheetColumn::Tick)) {
        if (yearOver(table, column))
            continue; // a column of what that year brought, not of ticks
        const bool before = row.isWrong();
        if (const auto code = words.codeOf(table.title(column)); row.isTicked(column) && code)
            add(*code);
        unclear = unclear || (row.isWrong() && !before);
    }
    if (honours.empty() && !unclear)
        row.wrong(SheetColumn::Honour, "import.honour-missing");
    return honours;
}

}
