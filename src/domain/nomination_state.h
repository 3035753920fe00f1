// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

enum class NominationState { Proposed, Passed, NotPassed, Submitted, Conferred, Refused, Returned, Withdrawn, Revoked };
TD_ENUM_CODES(NominationState, "nomination-state", "proposed", "passed", "not_passed", "submitted", "conferred", "refused", "returned", "withdrawn", "revoked")

}
