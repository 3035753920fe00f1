// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

/// Codes of the command line's `subject.position`.
enum class Position { Principal, DeputyPrincipal, TeamLeader, Teacher, Employee };
TD_ENUM_CODES(Position, "position", "principal", "deputy_principal", "team_leader", "teacher", "employee")

inline bool isManager(Position position)
{
    return position == Position::Principal || position == Position::DeputyPrincipal;
}

}
