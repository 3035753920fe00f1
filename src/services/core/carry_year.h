// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/next_year.h"

namespace thidua::storage {
class Tx;
}

namespace thidua::services {

/// Within the operation that opens a school year: classes, pupils and regular campaigns as carriedInto() shows them.
void carryClasses(storage::Tx& tx, domain::SchoolYearId before, Date firstDay, domain::SchoolYearId id, const CarryLeftOut& leftOut);

}
