// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace thidua::documents {

enum class Align { Left, Centre, Right };

/// 9091 is “90,91”: percentages and scores.
struct Decimal {
    std::int64_t hundredths = 0;
    friend bool operator==(Decimal, Decimal) = default;
};

/// Numbers and dates stay typed, so that sheets receive real ones. Text may hold line breaks.
using CellValue = std::variant<std::string, std::int64_t, Decimal, Date>;

/// `rowSpan` counts only in header rows.
struct Cell {
    CellValue value;
    int columnSpan = 1;
    int rowSpan = 1;
    bool bold = false;
    std::optional<Align> align = std::nullopt;
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// Group and total rows are bold; a group row stays with the next one, a total row with the two before it.
enum class RowKind { Normal, Group, Total };
struct Row {
    std::vector<Cell> cells;
    RowKind kind = RowKind::Normal;
    friend bool operator==(const Row&, const Row&) = default;
};

struct Column {
    double mm = 20;
    Align align = Align::Left;
    bool asText = false; ///< in a spreadsheet: what is typed there stays as it is typed, 0071 too
    friend bool operator==(const Column&, const Column&) = default;
};

/// The widths add up to the text width. Rows never break; all header rows come again on every page.
struct Table {
    std::vector<Column> columns;
    std::vector<Row> header;
    std::vector<Row> rows;
    double fontPt = 12;
    friend bool operator==(const Table&, const Table&) = default;
};

/// As printed: dates dd/mm/yyyy, decimals with a comma.
std::string cellText(const CellValue& value);
/// A value that nobody gave: “–” in the middle of the cell, never an empty place.
inline constexpr const char* kDash = "–";
Cell orDash(std::string text);

/// Where a header cell stands once the spans above it are counted.
struct PlacedCell {
    const Cell* cell;
    int row;
    int column;
};
std::vector<PlacedCell> placed(const std::vector<Row>& rows, int columnCount);

}
