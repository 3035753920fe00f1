// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::rules {

/// The lines of a draft as the rules of `on` have them. Lines that the rules of one day gave as a whole become those of `on`; where a person
/// has taken some out, the others follow one by one. What a person wrote stays, and a day before all rules changes nothing.
std::vector<std::string> basesFollowed(const Catalogue& catalogue, std::string_view paper, std::string_view level, const std::vector<std::string>& lines, Date on);

/// A text that a paper's bases rest on without anybody having checked it, or should rest on and do not.
struct BasisDoubt {
    std::optional<std::size_t> line; ///< which line names it; none: no line does, since its words are not in hand
    std::string name;                ///< Thông tư 67/2026/TT-BGDĐT
    Date since{2017, 10, 1};         ///< in force from that day
    friend bool operator==(const BasisDoubt&, const BasisDoubt&) = default;
};
/// Of a paper on whose lines the rules have put bases; nothing is doubted about lines that a person has written.
std::vector<BasisDoubt> basisDoubts(const Catalogue& catalogue, std::string_view level, const std::vector<std::string>& lines, Date on);

}
