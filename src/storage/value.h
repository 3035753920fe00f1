// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace thidua::storage {

/// What a STRICT table of ours can hold: NULL, INTEGER or TEXT.
using Value = std::variant<std::monostate, std::int64_t, std::string>;
using Values = std::vector<Value>;

}
