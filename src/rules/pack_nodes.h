// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/pack_check.h"

#include <set>

namespace thidua::rules {

/// The names that a node may use.
struct PackNames {
    std::set<std::string> facts;  ///< with fields as `votes.for`
    std::set<std::string> params;
    std::set<std::string> rules;
    std::set<std::string> sources;
};

/// What is wrong with a node of the closed grammar and all below it.
std::vector<PackProblem> nodeProblems(const nlohmann::json& node, const std::string& place, const PackNames& names);
/// Every `ref` anywhere below.
std::set<std::string> refsOf(const nlohmann::json& node);

}
