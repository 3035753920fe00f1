// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/clock.h"
#include "domain/nomination_state.h"
#include "rules/catalogue.h"
#include "rules/finding.h"
#include "services/law/fact_builder.h"
#include "storage/tx.h"

#include <set>

namespace thidua::services {

/// Judges every nomination of the year that is still open and keeps what has changed, together with the rule pack and the facts
/// it was made from.
/// Returns how many verdicts changed. Those decided on stay as they were (domain.md, invariant 3).
/// With `touched`, only these people's and the collectives' are looked at: nobody else's facts have changed.
Result<int> refreshOpenVerdicts(storage::Tx& tx, const rules::Catalogue& catalogue, domain::SchoolYearId year, const Clock& clock,
                                const std::set<domain::SubjectRef>& touched = {}, Progress* progress = nullptr);

/// The same for every year that is open: after a change of the rules.
Result<int> refreshOpenYears(storage::Tx& tx, const rules::Catalogue& catalogue, const Clock& clock, Progress* progress = nullptr);

/// The verdict's finding of that id; null where it has none.
const rules::Finding* findingOf(const rules::Verdict& verdict, const std::string& id);

/// Still open: proposed, or sent back from above to be reviewed again.
bool isReviewed(domain::NominationState state);

/// The stage that a nomination is at: before its council has counted, votes are not looked at.
rules::Stage stageOf(domain::NominationState state);

/// A kept verdict once more from what was kept with it, its facts and its rules: the same, whatever has changed since.
Result<rules::Verdict> keptVerdictAgain(storage::Reader& reader, const domain::Nomination& nomination);

/// Keeps the rules in force with the file by their hash, once.
void keepRulePack(storage::Tx& tx, const rules::Catalogue& catalogue, const Clock& clock);

}
