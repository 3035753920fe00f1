// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"

namespace thidua::services {

/// What is still open in a school year, each a sentence that counts and names it, in the order of the year: told before the year is closed.
Result<std::vector<std::string>> openMatters(SchoolFile& file, domain::SchoolYearId year);

}
