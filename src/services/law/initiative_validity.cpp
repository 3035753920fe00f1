// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/initiative_validity.h"

#include "rules/initiative_scoring.h"

namespace thidua::services {

std::optional<Date> lastValidDay(const rules::Catalogue& catalogue, std::optional<Date> own, std::optional<Date> decidedOn)
{
    if (own || !decidedOn)
        return own;
    const auto years = rules::initiativeScoringOn(catalogue, *decidedOn).validYears;
    return years ? std::optional(decidedOn->plusMonths(12 * *years).plusDays(-1)) : std::nullopt;
}

}
