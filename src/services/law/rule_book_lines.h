// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/model.h"
#include "services/law/rule_book.h"
#include "text/messages.h"

/// The pieces that rule_book.cpp puts together. For services' .cpp files alone.
namespace thidua::services::rulebook {

struct Place {
    const rules::Catalogue& catalogue;
    const rules::Model& model;
    Date on;
};

inline std::string say(std::string_view key, const std::vector<std::string>& args = {})
{
    return text::message(std::string("rulebook.") + std::string(key), args);
}

/// 1490000 → “1.490.000 đ”
std::string moneyWords(std::int64_t dong);
std::string coefficientWords(Ratio coefficient);

/// Why something is not certain; nothing where no reason is given.
void doubt(RuleBookCell& cell, const std::optional<rules::Text>& why);
/// The parts of a condition that nobody has checked.
void doubtsOf(const rules::Node& node, RuleBookCell& cell);
/// Turns the doubts into what stands under the line: what was read where, what is missing and what to do.
void tellReading(const Place& place, RuleBookCell& cell);

/// The lines of one honour: who receives it, conditions, quota, vote, who decides, dossier, deadlines, bonus, what is not checked.
std::vector<RuleBookLine> honourLines(const Place& place, const std::string& honour);
bool modelledOn(const Place& place, const std::string& honour);

std::optional<RuleBookLine> voteLine(const Place& place, const std::string& honour, bool always);
std::optional<RuleBookLine> authorityLine(const Place& place, const std::string& honour);
std::optional<RuleBookLine> dossierLine(const Place& place, const std::string& honour);
std::vector<RuleBookLine> bonusLines(const Place& place, const std::string& honour);
std::vector<RuleBookLine> deadlineLines(const Place& place, const std::string& honour);
/// The decree by which staff are graded that day, and what it means for titles.
std::optional<RuleBookLine> evaluationLine(const Place& place);
std::optional<RuleBookLine> salaryLine(const Place& place);
/// Who comes first where more are fit than there are places.
std::vector<RuleBookLine> preferenceLines(const Place& place);
/// What the renewals of the program's own rules changed, the newest first.
std::vector<RuleBookLine> renewalLines(const Place& place);
/// Which of several bonuses are paid.
std::vector<RuleBookLine> bonusRuleLines(const Place& place);
/// A parameter with its value, article and layers, when it has one that day.
std::optional<RuleBookLine> paramLine(const Place& place, const rules::Param& param);
std::vector<RuleBookLayer> layersOf(const Place& place, const rules::Param& param);

}
