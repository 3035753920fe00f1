// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"

#include <string>
#include <vector>

namespace thidua::services {

/// What `after` says otherwise than `before`, in Vietnamese: honours, standards, conditions and values by name, the rest by number.
std::vector<std::string> packDifferences(const rules::Catalogue& before, const rules::Catalogue& after);

}
