// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <optional>
#include <string>

namespace thidua::domain {

enum class YearState { Open, Closed };
TD_ENUM_CODES(YearState, "year-state", "open", "closed")

/// One school year of the file, with the dates that the school has set for it.
struct SchoolYearRow {
    SchoolYear year{0};
    Date firstDay{2000, 9, 5};
    Date term2Start{2001, 1, 10};
    Date lastDay{2001, 5, 31};
    std::optional<Date> registrationDeadline; ///< chậm nhất ngày … (seed 002: 04/10/2021)
    YearState state = YearState::Open;
    std::optional<std::string> reopenReason;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("start_year", r.year);
        v("first_day", r.firstDay);
        v("term2_start", r.term2Start);
        v("last_day", r.lastDay);
        v("registration_deadline", r.registrationDeadline);
        v("state", r.state);
        v("reopen_reason", r.reopenReason);
    }

    friend bool operator==(const SchoolYearRow&, const SchoolYearRow&) = default;
};

}
