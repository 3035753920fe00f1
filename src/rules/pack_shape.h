// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/pack_check.h"

namespace thidua::rules {

/// What stands in a pack that no rule pack has: an unknown section or key, a missing one, a value of the wrong type. The inside of a
/// condition is looked at by pack_nodes.h. resources/rules/schema/rule-pack.schema.json tells editors the same.
std::vector<PackProblem> shapeProblems(const nlohmann::json& pack);

}
