// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/case.h"
#include "rules/catalogue.h"
#include "rules/finding.h"

#include <map>

namespace thidua::rules {

/// The verdict of one case by the rules in force on its day. Pure: no file, no clock; the order of facts does not matter.
/// What the program has no rules for yet is `undetermined`, never guessed.
Verdict evaluate(const Catalogue& catalogue, const Case& theCase);

/// A verdict without its words: what lists, counts and comparisons of a whole school need, at a fraction of the work.
struct Outcomes {
    VerdictKind verdict = VerdictKind::Undetermined;
    std::vector<std::pair<std::string_view, Outcome>> findings; ///< ids live as long as the catalogue
};
/// The same outcomes as evaluate() finds.
Outcomes outcomesOf(const Catalogue& catalogue, const Case& theCase);

/// How far back a list's items matter: items of other school years cannot count; they cannot, but the words tell why they do not;
/// or all may count.
enum class Reach { ThisYear, ToldOf, AllYears };
/// Which facts the conditions of an honour look at, by their top names; empty where no conditions are held.
std::map<std::string, Reach> factsLookedAt(const Model& model, const std::string& honour, Date on, SubjectKind kind, std::string_view ground);

class Condition;
/// One rule alone; none when it is not in force on the case's day or switched off.
std::optional<Finding> evaluateRule(const Condition& condition, const std::string& ruleId);
std::optional<Outcome> outcomeOfRule(const Condition& condition, const std::string& ruleId);

}
