// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

namespace thidua {

/// Between which days a date can lie at all: what a year of two figures means follows from it.
struct DateSense {
    std::optional<Date> earliest{};
    std::optional<Date> latest{};
    bool fromSheet = false; ///< also what Excel copies: a day's number (31245), `02051990`, a time behind the day
};

/// A birth lies in the past.
DateSense birthSense(Date today);
/// Nobody is employed before 18; a first day of work may lie a little ahead.
DateSense employmentSense(const std::optional<PartialDate>& birth, Date today);

/// A day as it was understood.
struct ReadDay {
    PartialDate day;
    bool guessed = false; ///< not what stood there to the letter: a century was added, a number was taken for a day
};

/// The one reader of days that people write: `4/10/2021`, `04-10-2021`, `4.10.21`, `ngày 4 tháng 10 năm 2021`, `2021-10-04`, a year
/// alone, and a month of a year (`9/2002`), of which the year is kept. A year of two figures is the one that fits `sense`; without a
/// sense it is 19xx above 60, else 20xx.
Result<ReadDay> readDay(std::string_view text, const DateSense& sense = {});

}
