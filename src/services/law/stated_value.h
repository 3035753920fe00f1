// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stated_fact.h"
#include "rules/fact_spec.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

namespace thidua::rules {
struct Case;
}

namespace thidua::services {

/// The statement that counts in a case: of its honour where the fact is told for one, of its year or the newest before it where the fact
/// lasts. Null where nothing has been stated that holds there.
const domain::StatedFact* statementFor(const rules::FactSpec& spec, const std::vector<domain::StatedFact>& rows, const rules::Case& made);

/// What it says on a day: years have grown by one for each full year since it was stated, and say nothing of the days before.
std::optional<nlohmann::json> statedValue(const rules::FactSpec& spec, const domain::StatedFact& row, Date on);

}
