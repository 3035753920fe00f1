// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/receiver/receiver_check.h"

#include "base/vietnamese.h"

#include <algorithm>

namespace thidua::services {
namespace {

/// Where a row of the form stands once rows were added above it.
std::uint32_t rowNow(const sheets::FormFill& fill, std::uint32_t row)
{
    auto now = row;
    for (const auto& area : fill.areas)
        if (row >= area.first + area.rows && area.lines.size() > area.rows)
            now += static_cast<std::uint32_t>(area.lines.size()) - area.rows;
    return now;
}

const sheets::Cell* cellIn(const std::map<std::uint32_t, const sheets::Row*>& rows, std::uint32_t row, std::uint32_t column)
{
    const auto found = rows.find(row);
    return found == rows.end() ? nullptr : found->second->at(column);
}

bool saysTheSame(const sheets::Cell* cell, const std::string& text)
{
    return cell != nullptr && normalised(cell->text) == normalised(text);
}

}

bool receiverFormHolds(const ReceiverRequest& request, const ReceiverLayout& layout, const sheets::FormFill& fill, std::string_view bytes)
{
    const auto read = sheets::readBook(bytes, request.file, fill.sheet);
    const auto before = sheets::readBook(request.bytes, request.file, fill.sheet);
    if (!read || !before || read->names != before->names)
        return false;
    std::map<std::uint32_t, const sheets::Row*> rows;
    for (const auto& row : read->sheets.front().rows)
        rows.emplace(row.number, &row);
    for (const auto& area : fill.areas) {
        const auto first = rowNow(fill, area.first - 1) + 1;
        for (std::uint32_t i = 0; i < area.lines.size(); ++i)
            for (const auto& cell : area.lines[i])
                if (!saysTheSame(cellIn(rows, first + i, cell.column), cell.text))
                    return false;
    }
    for (const auto& [row, cell] : fill.titles)
        if (!saysTheSame(cellIn(rows, row, cell.column), cell.text))
            return false;
    for (const auto& row : layout.form.sheet.rows)
        for (const auto& cell : row.cells)
            if (layout.kept.contains({row.number, cell.column}) && !saysTheSame(cellIn(rows, rowNow(fill, row.number), cell.column), cell.text))
                return false;
    // Every part is there still, but for the order in which cells are computed.
    const auto parts = sheets::partsOf(bytes);
    return std::ranges::all_of(sheets::partsOf(request.bytes), [&parts](const auto& part) {
        return part.first.find("calcChain") != std::string::npos || std::ranges::any_of(parts, [&part](const auto& one) { return one.first == part.first; });
    });
}

}
