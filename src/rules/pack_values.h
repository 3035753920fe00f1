// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/pack_check.h"

namespace thidua::rules {

/// Conditions that could never be answered: compared with nothing, or with a value that their fact cannot have (a code of another set,
/// a text for a number), in every rule, its versions and its exceptions. And citations of texts that are not among the sources,
/// wherever they stand.
std::vector<PackProblem> valueProblems(const nlohmann::json& pack);

}
