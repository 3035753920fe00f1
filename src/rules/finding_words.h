// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/condition.h"

#include <initializer_list>

namespace thidua::rules {

Outcome outcomeOf(Truth truth);
const Text* firstText(Outcome outcome, std::initializer_list<const Wording*> wordings);
void append(Text& text, const Text& more);
void append(Citation& citation, const Citation& more);
/// The finding's words from its templates; without an explanation, its label.
void putWords(const Model& model, Finding& finding, Values values, const Text* explanation, const Text* remedy);
Values valuesOf(const Condition& condition, const Judgement& judgement);
/// The parts of an alternative that have names of their own, each as a finding.
std::vector<Finding> branchFindings(const Condition& condition, const Judgement& judgement);
/// Of an alternative that is met: by which of its named parts.
void putWhichHalf(const Model& model, Finding& finding);
/// Of so many years: which of them nobody has told, or which of them do not count.
void putYears(const Model& model, Finding& finding, const Judgement& judgement);

}
