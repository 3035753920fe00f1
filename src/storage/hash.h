// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/value.h"

#include <string>
#include <string_view>

namespace thidua::storage {

/// SHA-256 as 64 hexadecimal figures.
std::string sha256(std::string_view bytes);

/// Two lower-case figures for each byte, and back; what is no such text gives no bytes.
std::string hexOf(const Bytes& bytes);
Bytes bytesOfHex(std::string_view hex);

}
