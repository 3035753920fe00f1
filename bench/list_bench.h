// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace thidua::bench {

/// Lists of thousands: an import with its preview against openpyxl merely reading the same file, the search box at 100,000 people against a
/// bare FTS5 query over the same names, and ten times the data. `programs`: where thidua-cli is; `scripts`: where the Python beside this is.
int measureLists(const std::filesystem::path& programs, const std::filesystem::path& scripts);

}
