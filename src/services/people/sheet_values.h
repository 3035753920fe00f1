// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <string>

namespace thidua::services {

/// x, ✓, có, TRUE …
bool isTick(const std::string& cell);
/// Nothing, or a word for it: 0, a dash, không.
bool saysNone(const std::string& cell);
/// The gender that columns “Nữ” and “Nam” say by a tick or by their own word; nothing said is a guess where the column stands alone.
std::string genderOfTicks(const std::optional<std::string>& female, const std::optional<std::string>& male, bool& guess);
/// The birth that stands in the column of the person's gender, as old forms have it (“Năm sinh: Nam | Nữ”); empty for ticks.
std::string birthOfTicks(const std::string& female, const std::string& male);
/// Why a code cannot be what its giver wrote: a spreadsheet has made a day or a rounded number of it.
std::optional<FieldIssue> spoiltCode(const std::string& code);

}
