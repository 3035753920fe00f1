// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "rules/catalogue.h"
#include "storage/tx.h"

namespace thidua::services {

/// The kinds of rows that facts are read from: what verdicts rest on, besides the rules.
domain::EntityKinds kindsReadByFacts();
/// The kinds that the rules themselves are read from.
domain::EntityKinds kindsReadByRules();

/// Brings the open verdicts of open years up to what this transaction has recorded: nobody's when it touched no fact, those of the people
/// it touched, with all collectives', when it touched only theirs, and everybody's after a change of the rules. `rules` are those of before.
Result<void> followFacts(storage::Tx& tx, const rules::Catalogue& rules, const Clock& clock);

}
