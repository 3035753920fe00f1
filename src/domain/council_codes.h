// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

enum class CouncilKind { Emulation, Initiative };
TD_ENUM_CODES(CouncilKind, "council-kind", "emulation", "initiative")

enum class CouncilState { Draft, Established, Revoked };
TD_ENUM_CODES(CouncilState, "council-state", "draft", "established", "revoked")

enum class CouncilRole { Chair, ViceChair, Secretary, Member };
TD_ENUM_CODES(CouncilRole, "council-role", "chair", "vice_chair", "secretary", "member")

}
