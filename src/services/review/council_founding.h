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

/// The council of that kind that is in force in its year, whose place a new one takes: then it is a renewal (kiện toàn). `self`: the council
/// itself, where it is in the file; only those before it are looked at.
std::optional<Stored<domain::Council>> councilBefore(Reader& reader, const domain::Council& council, const std::optional<domain::CouncilId>& self);
domain::Decision foundingDecision(const domain::Council& council, const domain::School& school, const domain::SchoolYearRow& year,
                                  const std::vector<domain::PaperBasis>& bases, bool renews);
/// Its list of members; `decision` is set by who writes them.
std::vector<domain::DecisionLine> foundingLines(Reader& reader, const std::vector<domain::CouncilMember>& members);

}
