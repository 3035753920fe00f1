// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/people/staff_sheet.h"

#include <filesystem>

namespace thidua::services {

/// The staff list of a spreadsheet, for the window to show as if it had been pasted; each line has the number that the spreadsheet counts.
/// InputFormat when none of its sheets is one.
Result<StaffSheet> staffListOf(const std::filesystem::path& file, Date today);

}
