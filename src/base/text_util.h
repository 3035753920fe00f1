// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thidua {

std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// Splits at every `separator`; "a,,b" gives three parts, "" gives none.
std::vector<std::string> split(std::string_view text, char separator);
/// Two figures at least: 7 → "07" (numbers of documents, counts in official papers).
std::string twoFigures(long long number);
/// Whole numbers as Vietnamese papers write them: 1500000 → "1.500.000".
std::string withThousands(long long number);
/// A random UUID (version 4) as text, for records that are exported or merged.
std::string newUid();

}
