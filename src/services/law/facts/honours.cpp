// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

namespace {

void buildHonours(const FactRequest& from, rules::Case& into)
{
    const auto reach = from.wanted.reach(into, "honours");
    if (!reach)
        return;
    const auto& data = from.data;
    auto list = nlohmann::json::array();
    for (const auto& item : *reach == rules::Reach::ThisYear ? data.honoursThisYear(from.subject) : data.honours(from.subject)) {
        // The award that this very nomination brought is what is judged, not an earlier reward of the same achievement.
        if (item.honour == into.honour && item.year == data.year() && data.conferred(from.subject, item.honour, item.ground))
            continue;
        nlohmann::json row{{"honour", item.honour}, {"school_year", item.year.text()}, {"ground", factCode(item.ground)}};
        if (item.decidedOn)
            row["decided_on"] = item.decidedOn->iso();
        list.push_back(std::move(row));
    }
    // Nobody's list of honours is known to be complete while it is empty.
    if (!list.empty() || data.anyHonour(from.subject))
        into.facts.set("honours", std::move(list));
}

}

FactGroup honourFacts()
{
    return {"honours", kindsOf({EntityKind::Person, EntityKind::HonourRecord, EntityKind::Nomination, EntityKind::SchoolYearRow}), buildHonours};
}

}
