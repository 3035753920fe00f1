// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

/// What initiatives are counted and filtered by, without the entity itself.
namespace thidua::domain {

enum class InitiativeState { Registered, Recognised, Rejected };
TD_ENUM_CODES(InitiativeState, "initiative-state", "registered", "recognised", "rejected")

/// Codes of the command line's `recognised_at` and `scope`.
enum class RecognitionLevel { School, Commune, District, Province, Ministry, Nation };
TD_ENUM_CODES(RecognitionLevel, "recognition-level", "school", "commune", "district", "province", "ministry", "nation")

enum class InitiativeType { Initiative, Research };
TD_ENUM_CODES(InitiativeType, "initiative-type", "initiative", "research")

}
