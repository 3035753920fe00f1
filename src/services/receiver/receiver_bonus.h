// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"
#include "rules/catalogue.h"

/// The money that goes with honours, by the rule of the day. For services' .cpp files alone.
namespace thidua::services {

struct ReceiverBonusItem {
    domain::SubjectRef subject;
    std::string honour;
    Date day;                                      ///< of the decision, else the one it is reckoned by
};

struct ReceiverBonus {
    long long amount = 0;                          ///< đồng; 0: none is written
    std::string why{};                             ///< key of a message: why none is
};

/// For each item, in their order. Of several honours of one subject only those are paid that the rule pays.
std::vector<ReceiverBonus> receiverBonuses(const rules::Catalogue& catalogue, const std::string& period, const std::vector<ReceiverBonusItem>& items);

}
