// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/check.h"

namespace thidua::storage {

/// Compares every row of every kind with what the change record says of it: changed, removed or put in by something else than the
/// program. Each difference is named with its row, its value and the entry since which it must have come about.
void checkRowsAgainstRecord(Reader& reader, std::vector<FileProblem>& problems);
/// The keys of the problems that it looks for.
std::vector<std::string> rowProblems();

/// No more than these of one kind in one table are named one by one; the rest is counted.
inline constexpr int kNamedOneByOne = 100;

}
