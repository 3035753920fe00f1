// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council.h"
#include "domain/decision.h"
#include "services/core/internal.h"

namespace thidua::domain {
struct School;
struct SchoolYearRow;
}

/// The decision that founds a council, as it is issued and as it is shown before.
namespace thidua::services {

domain::Decision foundingDecision(const domain::Council& council, const domain::School& school, const domain::SchoolYearRow& year,
                                  const std::vector<domain::PaperBasis>& bases);
/// Its list of members; `decision` is set by who writes them.
std::vector<domain::DecisionLine> foundingLines(Reader& reader, const std::vector<domain::CouncilMember>& members);

}
