// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/honour_words.h"
#include "services/intake/row_reader.h"

namespace thidua::services {

/// What a row says below a heading that is a school year, as in tables of five years' honours.
struct HonourCell {
    std::size_t column;
    SchoolYear year;
    std::string words;
};
bool hasYearColumns(const ImportTable& table);
/// Whether the list says itself of which years it is: by a column, or by headings.
bool saysYears(const ImportTable& table);
/// Those that say anything.
std::vector<HonourCell> yearCells(const ImportTable& table, std::size_t line);
/// The honours that a row names in its columns of honours, or ticks under theirs. What means none is wrong, and so is a row without any.
std::vector<std::string> honoursOfRow(RowReader& row, const HonourWords& words);

}
