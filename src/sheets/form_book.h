// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/book.h"

#include <map>
#include <set>

/// A form that somebody else has made and that is to be filled: an .xlsx whose look, formulas and checks must stay.
namespace thidua::sheets {

struct FormRange {
    std::uint32_t firstRow = 0, lastRow = 0;       ///< from 1
    std::uint32_t firstColumn = 0, lastColumn = 0; ///< from 0
    bool holds(std::uint32_t row, std::uint32_t column) const { return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn; }
    friend bool operator==(const FormRange&, const FormRange&) = default;
};

/// What a cell lets one choose from.
struct FormChoices {
    std::vector<FormRange> cells;
    std::vector<std::string> options;              ///< empty: nobody can tell, they are computed
    std::vector<std::string> beside;               ///< of each option that stands in a cell, the texts beside it, " | " between
};

struct FormSheet {
    Sheet sheet;                                   ///< its texts, as everywhere; what formulas last gave among them
    bool locked = false;                           ///< protected against changes
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> looks{}; ///< of each cell that the file has, by row and column: its style
    std::set<std::pair<std::uint32_t, std::uint32_t>> formulas{}; ///< row and column
    std::set<std::uint32_t> hiddenColumns{};
    std::vector<FormRange> merged{};
    std::vector<FormChoices> choices{};

    const FormChoices* choicesAt(std::uint32_t row, std::uint32_t column) const;
};

/// A sheet of an .xlsx as a form; InputFormat for all that readBook refuses, for other kinds of files, and for more than there is room for.
Result<FormSheet> readForm(std::string_view bytes, const std::string& name, const std::string& sheet);

/// What is written into a table of the form.
struct FormArea {
    std::uint32_t first = 0;                       ///< the row of its first line
    std::uint32_t rows = 0;                        ///< that the form has for it; 0: what is written pushes all below down
    std::uint32_t sample = 0;                      ///< the row that the look of added rows is of
    bool cleared = false;                          ///< its rows hold examples, which go; else only what stands in the columns that are filled
    std::vector<std::vector<Cell>> lines{};        ///< a day is a number where the form's cell shows days, else its text
};
struct FormFill {
    std::string sheet;
    std::set<std::uint32_t> columns{};             ///< that are filled
    std::uint32_t firstColumn = 0, lastColumn = 0; ///< of the table
    std::vector<FormArea> areas{};                 ///< from above to below
    std::vector<std::pair<std::uint32_t, Cell>> titles{}; ///< cells above all areas that have another text, by row
};
/// The same package with the lines in it. Rows are added where the form has too few: what stands below moves down, ranges that the rows
/// stand in grow – in formulas of any sheet, names, merged cells, checks, conditional looks, filters, tables, charts, drawings and remarks.
/// What computed values there were is computed anew by whoever opens it; every part that nothing changes in stays byte for byte.
Result<std::string> filledForm(std::string_view bytes, const std::string& name, const FormFill& fill);

/// The parts of a package by name and checksum, in order.
std::vector<std::pair<std::string, std::uint32_t>> partsOf(std::string_view bytes);

}
