// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/document.h"

#include "base/text_util.h"

#include <algorithm>

namespace thidua::documents {

std::string plainText(const Runs& runs)
{
    std::string text;
    for (const auto& run : runs)
        text += run.gapMm > 0 ? std::string(kPenRoom) : run.text;
    return text;
}

std::string cellText(const CellValue& value)
{
    return std::visit(Overload{[](const std::string& text) { return text; },
                               [](std::int64_t number) { return std::to_string(number); },
                               [](Decimal number) {
                                   const auto size = number.hundredths < 0 ? -number.hundredths : number.hundredths;
                                   return (number.hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "," + twoFigures(size % 100);
                               },
                               [](const Date& date) { return date.vn(); }},
                      value);
}

Cell orDash(std::string text)
{
    return text.empty() ? Cell{std::string(kDash)} : Cell{std::move(text)};
}

std::vector<PlacedCell> placed(const std::vector<Row>& rows, int columnCount)
{
    std::vector<PlacedCell> cells;
    std::vector<int> takenUntil(static_cast<std::size_t>(columnCount), 0);  // the first row in which the column is free
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        int column = 0;
        for (const auto& cell : rows[static_cast<std::size_t>(row)].cells) {
            while (column < columnCount && takenUntil[static_cast<std::size_t>(column)] > row)
                ++column;
            if (column >= columnCount)
                break;
            cells.push_back({&cell, row, column});
            for (int last = std::min(column + cell.columnSpan, columnCount); column < last; ++column)
                takenUntil[static_cast<std::size_t>(column)] = row + cell.rowSpan;
        }
    }
    return cells;
}

}
