// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::sheets {

/// A row or column of a reference, from 1 and from 0 as in book.h; fixed by a dollar sign.
struct Anchor {
    std::uint32_t at = 0;
    bool fixed = false;
};
/// “$B12”; of whole columns (B:C) and rows (3:5) one of the two is missing.
struct Corner {
    std::optional<Anchor> column, row;
};
/// A cell, or a range from one corner to another.
struct Reference {
    Corner first;
    std::optional<Corner> last;
};

std::string columnLetters(std::uint32_t column);
/// “AB12”; nothing for what is no cell.
std::optional<Corner> cornerOf(std::string_view text);
/// A cell without dollar signs, as cells are named in the file: nothing else is one.
struct CellPlace {
    std::uint32_t column = 0, row = 0; ///< row 0: none
};
CellPlace placeOf(std::string_view reference);
std::string placeText(std::uint32_t row, std::uint32_t column);
std::string referenceText(const Reference& reference);
/// “B2”, “B2:C9”, “$B$2:$C$9”.
std::optional<Reference> referenceOf(std::string_view text);

/// Whether a reference that names this sheet (nothing: none) is to be looked at.
using NamesSheet = std::function<bool(const std::optional<std::string>& sheet)>;
/// A formula with its references changed; texts in it, functions, names and other books' cells stay as they are.
std::string withReferences(std::string_view formula, const NamesSheet& concerns, const std::function<void(Reference&)>& change);
/// The same of a list of ranges as cells' looks and checks have it: “B2:B9 D2”.
std::string withRanges(std::string_view ranges, const std::function<void(Reference&)>& change);

/// Rows behind `after` have moved down by `by`; a range that ends there has grown where `grow` says so.
struct RowShift {
    std::uint32_t after = 0, by = 0;
    bool grow = false;
    std::uint32_t of(std::uint32_t row) const { return row > after ? row + by : row; }
    void apply(Reference& reference) const;
    /// A cell counts as a range of one row.
    void applyToRange(Reference& reference) const;
};
/// As a formula changes when its cell is copied so many rows and columns further.
void translate(Reference& reference, std::int64_t rows, std::int64_t columns);

}
