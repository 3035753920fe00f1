// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

#include <optional>
#include <string>

namespace thidua::domain {

enum class ObservanceKind { Yearly, Once };
TD_ENUM_CODES(ObservanceKind, "observance-kind", "yearly", "once")

/// Whose day it is: the whole country's, the sector's, the place's or the school's own.
enum class ObservanceScope { National, Sector, Place };
TD_ENUM_CODES(ObservanceScope, "observance-scope", "national", "sector", "place")

/// Ngày lễ, ngày kỷ niệm. `baseYear` is the year of the event, from which the round number of years is computed.
struct Observance {
    std::string name;
    int day = 1;
    int month = 1;
    ObservanceKind kind = ObservanceKind::Yearly;
    std::optional<int> baseYear;
    std::optional<int> onlyYear; ///< for Once: the calendar year
    ObservanceScope scope = ObservanceScope::National;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("name", r.name);
        v("day", r.day);
        v("month", r.month);
        v("kind", r.kind);
        v("base_year", r.baseYear);
        v("only_year", r.onlyYear);
        v("scope", r.scope);
    }

    friend bool operator==(const Observance&, const Observance&) = default;
};

/// The years between the event and `calendarYear`, when the event's year is known.
std::optional<int> anniversary(const Observance& observance, int calendarYear);

}
