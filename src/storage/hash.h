// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua::storage {

/// SHA-256 as 64 hexadecimal figures.
std::string sha256(std::string_view bytes);

}
