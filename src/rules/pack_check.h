// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace thidua::rules {

/// What is wrong with a rule pack: a sentence of src/text and its arguments, the first of which is the place.
struct PackProblem {
    std::string key;
    std::vector<std::string> args;
};

/// All that is wrong; empty for a pack that parsePack can read. Looks at ids (unique, known, acyclic), citations (present, of known
/// sources), dates (real, not overlapping), facts and sets (declared), and words (both languages where they must be).
std::vector<PackProblem> checkPack(const nlohmann::json& pack);
/// Joins the sections of one file to those of the others.
void mergePack(nlohmann::json& pack, const nlohmann::json& part);

}
