// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua {

/// Text in the letters that were meant: Ð (U+00D0) is Đ, a Cyrillic а among Latin letters is a, full-width and “styled” letters are plain
/// ones; what cannot be seen (zero-width characters, soft hyphens) goes; every kind of space is a space, every control character that
/// ends a line in Word a line end, other control characters are spaces. Correct Vietnamese text stays as it is.
std::string withRightLetters(std::string_view text);

}
