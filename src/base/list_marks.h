// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace thidua {

/// The letter of an item, counted from 0: a, b, c, d, đ, e … like the Vietnamese alphabet.
std::string itemLetter(std::size_t index);
/// I, II, III …
std::string roman(std::size_t number);
/// What a Roman number in small letters says, also one that roman() would write otherwise ("iiii"); nothing for other letters.
std::optional<int> romanValue(std::string_view letters);

}
