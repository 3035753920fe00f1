// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace thidua::rules {

/// The lines of a draft as the rules of `on` have them. Lines that the rules of one day gave as a whole become those of `on`; where a person
/// has taken some out, the others follow one by one. What a person wrote stays, and a day before all rules changes nothing.
std::vector<std::string> basesFollowed(const Catalogue& catalogue, std::string_view paper, std::string_view level, const std::vector<std::string>& lines, Date on);

}
