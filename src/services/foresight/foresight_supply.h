// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/case.h"
#include "rules/catalogue.h"

namespace thidua::services {

/// A value that a fact could still take this school year, where it has not been settled.
struct Supply {
    std::string fact;
    nlohmann::json value;
    std::string words;   ///< “một sáng kiến cấp cơ sở”; empty: the condition's own label says it best
    std::string award{}; ///< the honour that this year would have to bring first
};

/// What could still come about for one fact before the review, the least demanding value first; empty when the fact stands as it is
/// (an evaluation given, a discipline case, the years of service). By the fact's declaration alone, whatever the honour.
std::vector<Supply> suppliesOf(const rules::Catalogue& catalogue, const rules::Case& theCase, const std::string& fact);

/// The case as it would be with that value.
rules::Case supplied(rules::Case theCase, const Supply& supply);

/// The case moved by whole school years with all its days and school years, so that nothing but the law differs.
rules::Case movedByYears(const rules::Catalogue& catalogue, rules::Case theCase, int years);

/// The case of the school year after: what is known now becomes history, what that year brings is open.
rules::Case rolledForward(const rules::Catalogue& catalogue, rules::Case theCase);

}
