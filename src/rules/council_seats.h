// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace thidua::rules {

/// One whom the school's charter names for its emulation council, and how such people are found among the staff.
struct SeatOn {
    std::string role;               ///< as domain::CouncilRole codes it
    std::string position;           ///< as domain::Position codes it; empty: found by words alone
    std::vector<std::string> words; ///< in small letters: a post or duty that holds one of them fits
    std::vector<std::string> without;
    bool all = false;               ///< all who fit, not one
    std::string name;               ///< “Đại diện cấp ủy”
    std::string duty;
    Citation cite;
    bool certain = true;
};

/// Those of a day, in the charter's order; before the first charter in hand, those of that one.
std::vector<SeatOn> councilSeatsOn(const Catalogue& catalogue, Date date);

/// A text that the rules rest on, as a paper cites it.
struct CitedText {
    std::string kind, number, issuer, subject;
    std::optional<Date> issuedOn;
    std::optional<Date> from, to; ///< in force
    std::string replacedBy;       ///< its number
    bool certain = true;
};

/// All of them whose wording the rules hold, newest first.
std::vector<CitedText> citedTexts(const Catalogue& catalogue);

/// “khoản 4 Điều 3 TT 21/2020” as an official paper says it: “khoản 4 Điều 3 Thông tư số 21/2020/TT-BGDĐT”.
std::string citedInFull(const Catalogue& catalogue, std::string_view brief);

}
