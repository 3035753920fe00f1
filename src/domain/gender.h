// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

enum class Gender { Female, Male };
TD_ENUM_CODES(Gender, "gender", "female", "male")

}
