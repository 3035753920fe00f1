// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace thidua::rules {

/// resources/rules/*.json as one pack, as it was when the program was built. pack_rules_main.cpp checked it then and makes these bytes,
/// so that no start of the program has to.
struct BuiltInRules {
    std::string_view pack;   ///< canonical bytes
    std::string_view packed; ///< the same as MessagePack: a third of the time to read
    std::string_view hash;   ///< SHA-256 over the canonical bytes, in hex
    std::string_view version;
};
const BuiltInRules& builtInRules();

/// JSON from MessagePack as it stands in BuiltInRules: each text in one piece, nothing copied. Throws std::runtime_error on what ends early
/// or is of a kind that no pack of rules holds (bytes, extensions).
nlohmann::json readPacked(std::string_view packed);

}
