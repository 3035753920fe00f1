// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace thidua::rules {

/// resources/rules/*.json as one pack, as it was when the program was built. pack_rules_main.cpp checked it then and makes these bytes,
/// so that no start of the program has to.
struct BuiltInRules {
    std::string_view pack; ///< canonical bytes
    std::string_view hash; ///< SHA-256 over them, in hex
    std::string_view version;
};
const BuiltInRules& builtInRules();

}
