// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua {

/// Code points of UTF-8; a byte that is none becomes U+FFFD.
std::u32string codePoints(std::string_view text);
void appendPoint(std::string& text, char32_t point);
/// UTF-16 without its mark, two bytes a unit; half a pair becomes U+FFFD, a byte too many is left out.
std::string utf8OfUtf16(std::string_view bytes, bool bigEndian);
std::string utf8Of(std::u32string_view points);
/// Letters apart from their marks: "ế" is e, U+0302, U+0301.
std::u32string decomposedPoints(std::string_view text);

}
