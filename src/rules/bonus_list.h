// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"

namespace thidua::rules {

/// One honour of one person or one collective, all of whose honours of a decision stand in one list.
struct BonusLine {
    std::string honour;
    bool collective = false;
    std::string period;                     ///< what it is for: `2021-2022`, `2016-2020`; equal texts are the same period
    std::optional<std::string> achievement; ///< equal texts are the same achievement; absent: nobody has said
};

enum class Payment {
    Paid,
    NotPaid,
    Open ///< cannot be told: nobody has said whether two forms reward one achievement
};

struct BonusLineAnswer {
    Payment payment = Payment::Paid;
    Text why;
    Citation citation;
    bool certain = true;
    std::optional<std::size_t> insteadOf; ///< not paid or open: the line that takes its place, or may
};

/// Which lines are paid, in the order given. Of titles of one period only the highest, of forms for one achievement only the highest;
/// a title and a form are both paid. “Highest” is by the rate in force on the day of the decision.
std::vector<BonusLineAnswer> payable(const Catalogue& catalogue, Date decidedOn, const std::vector<BonusLine>& lines);

}
