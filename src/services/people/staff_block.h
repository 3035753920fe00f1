// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/people/staff_sheet.h"

namespace thidua::storage {
class Reader;
class Tx;
}

namespace thidua::services {

/// What a pasted list says, line by line, and what it would do to the file.
SheetReading readStaffSheet(storage::Reader& reader, domain::SchoolYearId year, const StaffSheet& sheet, Date today);
/// Within an operation: the lines of a reading that are to be written, and the teams that they need.
void writeStaff(storage::Tx& tx, domain::SchoolYearId year, const SheetReading& reading);

}
