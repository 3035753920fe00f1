// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ground.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::rules {
class Catalogue;
struct HonourInfo;
}

namespace thidua::services {

/// The Vietnamese name of an honour of any time, or none for an unknown code. A school's own ("local:…") is its code without the prefix.
std::optional<std::string> honourName(const rules::Catalogue& catalogue, const std::string& code);
std::string honourShortName(const rules::Catalogue& catalogue, const std::string& code);
/// Its place in lists: collectives' honours first, then from the lower to the higher, as the catalogue has them.
int honourOrder(const rules::Catalogue& catalogue, const std::string& code);
/// Whether a list of those nominated for it tells this fact of their year.
bool listTells(const rules::Catalogue& catalogue, const std::string& code, std::string_view fact);
/// On which grounds it may be asked for, the usual one first.
std::vector<domain::Ground> groundsOf(const rules::Catalogue& catalogue, const std::string& code);
/// Given by a body outside the state's system (a union, the youth union): no council of the school reviews it.
bool givenOutside(const rules::Catalogue& catalogue, const std::string& code);
/// True for emulation titles (danh hiệu), false for forms of commendation (hình thức).
bool isTitle(const rules::Catalogue& catalogue, const std::string& code);

}
