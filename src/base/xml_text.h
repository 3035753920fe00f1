// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua {

/// Text as XML 1.0 can carry it: UTF-8, without the characters that may not stand in a document (U+0000–001F, U+FFFE, U+FFFF); what ends a
/// line or page in Word is a line end. Everything else stays.
std::string xmlText(std::string_view text);

/// Whether the bytes of an XML file hold a character that XML 1.0 has no place for, written out or by its number.
bool hasNonXml(std::string_view xml);

/// The same as a cell of Excel takes it: its own escapes (“_x000D_”) are meant as the letters they are.
std::string cellLetters(const std::string& text);

}
