// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

/// Codes of the command line's collective `subject.type`, and the party cell.
enum class CollectiveType { School, Team, Office, Class, Union, YouthUnion, Pioneers, PartyCell };
TD_ENUM_CODES(CollectiveType, "collective-type", "school", "team", "office", "class", "union", "youth_union", "pioneers", "party_cell")

}
