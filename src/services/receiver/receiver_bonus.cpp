// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/receiver/receiver_bonus.h"

#include "rules/bonus.h"
#include "rules/bonus_list.h"

#include <map>

namespace thidua::services {

std::vector<ReceiverBonus> receiverBonuses(const rules::Catalogue& catalogue, const std::string& period, const std::vector<ReceiverBonusItem>& items)
{
    std::vector<ReceiverBonus> bonuses(items.size());
    std::map<std::pair<domain::SubjectRef, Date>, std::vector<std::size_t>> together;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& item = items[i];
        const auto answer = rules::bonus(catalogue, {item.day, item.honour, item.subject.collective.has_value()});
        if (!answer) { // no money goes with it, or nobody has said how much
            bonuses[i].why = "receiver-gap.bonus";
            continue;
        }
        bonuses[i].amount = answer->amount;
        together[{item.subject, item.day}].push_back(i);
    }
    for (const auto& [of, places] : together) {
        if (places.size() < 2)
            continue;
        std::vector<rules::BonusLine> lines;
        for (const auto place : places)
            lines.push_back({items[place].honour, items[place].subject.collective.has_value(), period, std::nullopt});
        const auto answers = rules::payable(catalogue, of.second, lines);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (answers[i].payment != rules::Payment::Paid)
                bonuses[places[i]] = {0, answers[i].payment == rules::Payment::Open ? "receiver-gap.bonus-open" : "receiver-gap.bonus-lower"};
    }
    return bonuses;
}

}
