// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"
#include "services/law/regulation_service.h"

namespace thidua::services {

/// Whose verdict other rules would change, of the nominations still being reviewed. Judged both ways in a transaction that is taken
/// back, so that collectives follow what their members would reach; nothing is written. Stopped: WrongState "work.stopped".
Result<std::vector<VerdictChange>> verdictChanges(SchoolFile& file, const rules::Catalogue& after, Progress* progress = nullptr);

/// The same between the verdicts as they were kept and what the rules in force would say today.
Result<std::vector<VerdictChange>> keptVerdictChanges(SchoolFile& file, Progress* progress = nullptr);

}
