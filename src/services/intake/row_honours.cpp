// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/row_honours.h"

#include "base/vietnamese.h"

#include <algorithm>

namespace thidua::services {

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
        if (yearNamed(table.title(column)))
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
