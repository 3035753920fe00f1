// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua {

/// The bytes of the first letter of an NFC text; 0 of an empty one.
std::size_t firstLetter(std::string_view text);
/// “Công tác thi đua” going on in a sentence: “công tác thi đua”.
std::string lowerFirst(std::string_view text);

}
