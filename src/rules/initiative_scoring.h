// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"

#include <array>
#include <optional>
#include <span>

namespace thidua::rules {

/// How the school scores initiatives on a day: the most that each criterion takes, and from how many points on which grade. Whole points.
struct InitiativeScoring {
    bool byPoints = true;                  ///< else each sheet gives a grade
    int novelty = 0, applicability = 0, benefit = 0, reach = 0; ///< 0: the school does not score by it
    int aFrom = 0, bFrom = 0, cFrom = 0;   ///< below the last one there is no grade
    std::optional<int> validYears;         ///< how long a recognition serves, where the province says so

    int most() const { return novelty + applicability + benefit + reach; }
};

InitiativeScoring initiativeScoringOn(const Catalogue& catalogue, Date date);

/// The parameters that say it.
std::span<const char* const> initiativeParams();

}
