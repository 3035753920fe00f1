// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/staff_sheet.h"

#include <functional>
#include <string_view>

namespace thidua::services {

/// The words of resources/import: lines “key [lists] = word | word”, by which headings, closing lines and honours are known.
struct WordLine {
    std::string key;
    std::vector<std::string> lists;                ///< empty: all
    std::vector<std::string> words;                ///< folded; a * stands for any text
    std::vector<std::string> spelt{};              ///< the same with their marks, in small letters
};
const std::vector<WordLine>& importWords(std::string_view file);
/// The same form in another text; words as they stand.
std::vector<WordLine> readWordLines(std::string_view bytes);
bool fitsWord(std::string_view folded, std::string_view word);

/// The names by which lists and columns stand in those files, and in what is remembered of a form.
std::string_view listName(ListKind kind);
std::optional<ListKind> listNamed(std::string_view name);
std::string_view columnName(SheetColumn column);
std::optional<SheetColumn> columnNamed(std::string_view name);

/// What a heading names in a list of that kind: nothing for words that are no heading at all, Unused for one of no use in it.
std::optional<SheetColumn> headingOf(const std::string& cell, ListKind kind);

/// Whether a heading is what a tick below it means: an honour.
using IsTick = std::function<bool(const std::string&)>;

/// Where a list's headings stand, and what its columns are.
struct Headings {
    std::size_t first = 0, last = 0;               ///< lines; several where cells are merged
    std::vector<SheetColumn> columns;
    std::vector<std::string> words;                ///< of each column, as it is called where it is spoken of
    std::optional<std::size_t> number;             ///< the column that counts
    std::vector<std::size_t> twice;                ///< columns that say what one before them says
    bool guessed = false;                          ///< by its look alone: what its columns are has to be said
};
/// What a person said of the heading row; nothing: it is found.
struct HeadingSaid {
    bool said = false;
    std::optional<std::size_t> line{};             ///< none: the list has no headings
};
/// The rows that name most columns, a name among them, within the first lines, since titles may stand above. `lines` are tidy cells. An
/// honour's own name above a column of ticks makes it one (Tick), where `isTick` says so.
/// Where no row is known, one that looks like headings is guessed: short words without figures over columns of figures, one word known.
std::optional<Headings> findHeadings(const std::vector<std::vector<std::string>>& lines, ListKind kind, const IsTick& isTick = {}, const HeadingSaid& said = {});

/// “(1) (2) (3)” under the headings.
bool isCounted(const std::vector<std::string>& cells);
/// “Cộng: 5 người”, “Tổng số …”.
bool isSum(const std::string& text);
/// The same to the letter, as in a column of names, where somebody may be called “Tống Công”.
bool isSurelySum(const std::string& text);
/// “Người lập biểu”, “Hiệu trưởng”, “…, ngày 5 tháng 9 năm 2024”: who signs.
bool isSignature(const std::string& text);

/// A cell of a line; empty beyond its end.
inline std::string cellAt(const std::vector<std::string>& cells, std::size_t column)
{
    return column < cells.size() ? cells[column] : std::string();
}

}
