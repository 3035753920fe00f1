// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>

namespace thidua::services {

struct ImportTable;

/// Cells of a line that are not saved as they stand, by column: old fonts' texts, names in capitals, days that a spreadsheet shows as numbers.
std::map<std::size_t, std::string> savedWords(const ImportTable& table, std::size_t line, Date today);
/// The name as the line says it, in one column or two.
std::string nameOf(const ImportTable& table, std::size_t line);
/// Lines whose code has fewer figures than most others of the column: a spreadsheet may have taken zeros from its front.
std::set<std::size_t> shortCodes(const ImportTable& table);

}
