// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/facts_wanted.h"

#include "rules/model.h"

#include <algorithm>

namespace thidua::services {

std::optional<rules::Reach> FactsWanted::reach(const rules::Case& made, const char* fact) const
{
    if (everything())
        return rules::Reach::AllYears;
    const auto key = std::tuple(made.honour, made.on, made.subject.kind, made.ground);
    auto found = m_reach.find(key);
    if (found == m_reach.end())
        found = m_reach.emplace(key, rules::factsLookedAt(m_catalogue.model(), made.honour, made.on, made.subject.kind, made.ground)).first;
    const auto reach = found->second.find(fact);
    if (reach == found->second.end())
        return std::nullopt;
    const bool told = reach->second == rules::Reach::ToldOf;
    return !told ? reach->second : m_purpose == FactBuilder::Purpose::OutcomesAlone ? rules::Reach::ThisYear : rules::Reach::AllYears;
}

}
