// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"
#include "rules/share.h"

namespace thidua::rules {

/// The bonus that goes with an honour: a multiple of the base salary of the day the decision is issued.
struct BonusCase {
    Date decidedOn{2017, 10, 1};
    std::string honour;
    bool collective = false;
};

enum class Rounding { Down, Nearest, Up };
std::string_view toCode(Rounding rounding);

/// In whole đồng; `exact` is before rounding.
struct BonusAnswer {
    Ratio coefficient;
    long long baseSalary = 0;
    Ratio exact;
    long long amount = 0;
    Rounding rounding = Rounding::Up;
    long long step = 1;
    Citation citation; ///< of the coefficient, the base salary and the rounding
    bool certain = true;
    Text note;
};

Result<BonusCase> bonusCaseFromJson(const nlohmann::json& json);
/// An input error for an honour that is not on the list, is not conferred that day, does not fit the recipient or carries no bonus.
Result<BonusAnswer> bonus(const Catalogue& catalogue, const BonusCase& bonusCase);
nlohmann::json toJson(const BonusAnswer& answer);

/// To a whole multiple of `step`.
long long roundedTo(Ratio amount, long long step, Rounding rounding);

}
