// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

/// Loại hình khen thưởng. Codes of the command line's `ground`.
enum class Ground { AnnualMerit, Exceptional, Movement, LongService };
TD_ENUM_CODES(Ground, "ground", "annual_merit", "exceptional", "movement", "long_service")

}
