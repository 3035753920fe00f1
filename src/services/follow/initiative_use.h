// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/initiative.h"
#include "rules/catalogue.h"
#include "services/core/school_file.h"
#include "services/law/fact_builder.h"
#include "storage/tx.h"

namespace thidua::services {

/// Marks the initiatives that a conferred nomination rests on: as few as its conditions need, first those of the year with the narrower
/// scope, so that what reaches further stays for a higher honour. None where the conditions hold without any. `facts` of its year.
void useInitiatives(storage::Tx& tx, const rules::Catalogue& catalogue, const FactBuilder& facts, const domain::Stored<domain::Nomination>& nomination);

}
