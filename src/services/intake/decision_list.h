// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/import_service.h"

#include <array>

namespace thidua::services {

/// What a line of an old decision's list says, in words, column by column of kPastColumns.
inline constexpr std::array kPastColumns = {SheetColumn::FullName, SheetColumn::Birth, SheetColumn::Honour, SheetColumn::Year,
                                            SheetColumn::DecisionNumber, SheetColumn::DecidedOn, SheetColumn::Issuer};
using PastLine = std::array<std::string, kPastColumns.size()>;

/// What stands in the title above a list of a decision holds for all its lines: number and day of the decision, school year.
PastLine titleOf(const std::vector<std::string>& lines);
/// The lines of a decision's list as it was copied, found by its headings; what its title says fills what they leave blank. InputFormat
/// when it has no headings that are known.
Result<std::vector<PastLine>> decisionList(SchoolFile& file, const sheets::Book& book);
/// The same as a request of an import, one row for each line that says something, numbered from 1.
ImportRequest requestOf(const std::vector<PastLine>& lines);

}
