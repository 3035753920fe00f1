// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

/// Returned: by the level above. ForCorrection: sent back here, until it is sent again. Lowered: a lower title was passed in its place.
enum class NominationState { Proposed, Passed, NotPassed, Submitted, Conferred, Refused, Returned, Withdrawn, Revoked, ForCorrection, Lowered };
TD_ENUM_CODES(NominationState, "nomination-state", "proposed", "passed", "not_passed", "submitted", "conferred", "refused", "returned", "withdrawn", "revoked",
              "for_correction", "lowered")

}
