// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/evaluator.h"

namespace thidua::rules {

/// Facts of the case that deny each other (the pack's `conflicts`), among those that the honour's conditions look at: a finding that
/// rests on them becomes unknown, or each conflict is a finding of its own. None of them is ever a pass.
void putConflicts(const Condition& condition, std::vector<Finding>& findings);
void putConflicts(const Condition& condition, std::vector<std::pair<std::string_view, Outcome>>& outcomes);

}
