// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/case.h"
#include "rules/catalogue.h"
#include "rules/finding.h"

namespace thidua::rules {

/// The verdict of one case by the rules in force on its day. Pure: no file, no clock; the order of facts does not matter.
/// What the program has no rules for yet is `undetermined`, never guessed.
Verdict evaluate(const Catalogue& catalogue, const Case& theCase);

/// One rule alone; none when it is not in force on the case's day or switched off.
std::optional<Finding> evaluateRule(const Model& model, const Case& theCase, const std::string& ruleId);

}
