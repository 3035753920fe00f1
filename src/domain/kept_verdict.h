// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

/// What a verdict says in one word; codes of the command line's `verdict`.
enum class KeptVerdict { Eligible, Ineligible, Undetermined };
TD_ENUM_CODES(KeptVerdict, "verdict", "eligible", "ineligible", "undetermined")

}
