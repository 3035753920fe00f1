// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua {

/// True for a text of printable ASCII, line ends, whole Vietnamese (and other Latin-1) letters and the dashes and quotes of print alone: it
/// is NFC and has right letters as it stands, which is so of nearly every text here and found out at a fraction of the cost of making it.
bool isPlain(std::string_view text);
/// The letters of a plain text in lower case, apart from their marks: "Ế" is e, U+0302, U+0301.
std::u32string plainLowerPoints(std::string_view plain);

}
