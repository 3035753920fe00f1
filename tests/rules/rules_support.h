// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/evaluator.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace thidua::tests {

constexpr auto kPass = rules::Outcome::Pass;
constexpr auto kFail = rules::Outcome::Fail;
constexpr auto kUnknown = rules::Outcome::Unknown;

const rules::Catalogue& shipped();
/// The case, or an exception with the error's key: for cases that must read.
rules::Case readCase(const nlohmann::json& json);
/// Ids of the findings with that outcome.
std::vector<std::string> idsWith(const rules::Verdict& verdict, rules::Outcome outcome);
const rules::Finding* findingOf(const rules::Verdict& verdict, const std::string& id);
/// The kind of verdict that the shipped rules give a case.
rules::VerdictKind kindOf(const nlohmann::json& made);
/// Ineligible before undetermined before eligible.
int rankOf(rules::VerdictKind kind);
/// Whether only this fact's own contradiction, or the council's vote or word where the law asks for none, stands in the way: without the fact
/// there is neither.
bool onlyItsOwnNo(const nlohmann::json& made, const std::string& fact);
/// The entry of that id; throws without one.
nlohmann::json& byId(nlohmann::json& list, const std::string& id);
/// All cases of tests/rules_cases, each with its file's name under "file".
const std::vector<nlohmann::json>& caseTable();
/// A teacher with everything in order, considered for an honour on 25/05/2022.
nlohmann::json goodCase(const std::string& honour = "lao-dong-tien-tien");
/// resources/rules as one pack, read once.
const nlohmann::json& shippedPack();
/// Of the shipped rules the least that is sound and has a place of every shape: what looks at each place is done with it sooner.
const nlohmann::json& smallPack();
/// The shapes of a pack's places (section and last three steps, numbers as one), each with its first place.
std::map<std::string, nlohmann::json::json_pointer> shapesOf(const nlohmann::json& pack);
// A rule of a test's own, "probe", as the only condition of giấy khen xã from 2017 to 2023.
nlohmann::json words(const char* text);
nlohmann::json wording();
nlohmann::json ruleOf(nlohmann::json test);
nlohmann::json probePack(const nlohmann::json& rule);
/// What the probe finds with these facts on 25/05/2022.
rules::Finding probed(const nlohmann::json& rule, const nlohmann::json& facts);
rules::Outcome outcomeOf(const nlohmann::json& test, const nlohmann::json& facts);
/// A catalogue from one pack; the error as a value.
Result<rules::Catalogue> load(const nlohmann::json& pack);

}
