// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <optional>

namespace thidua::rules {
class Catalogue;
}

namespace thidua::services {

/// The last day on which a recognised initiative serves: `own` where its recognition says so, else by the rules of the day on which it was
/// decided; none where neither sets an end.
std::optional<Date> lastValidDay(const rules::Catalogue& catalogue, std::optional<Date> own, std::optional<Date> decidedOn);

/// Whether it still serves on a day.
inline bool stillServes(const rules::Catalogue& catalogue, std::optional<Date> own, std::optional<Date> decidedOn, Date on)
{
    const auto last = lastValidDay(catalogue, own, decidedOn);
    return !last || on <= *last;
}

}
