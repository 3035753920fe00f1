// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/value.h"

#include <string>
#include <string_view>

namespace thidua::storage {

/// `text` as a zlib stream (RFC 1950), which other tools can read too. With a `base`, that text is the preset dictionary:
/// of a text nearly the same only the difference is kept.
Bytes packText(std::string_view text, std::string_view base = {});
/// The text again, with the base it was packed with. Throws BadColumn.
std::string unpackText(const Bytes& packed, std::string_view base = {});

}
