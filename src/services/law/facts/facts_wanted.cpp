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

const std::vector<rules::FactSpec>& FactsWanted::memberCounts() const
{
    if (m_counts)
        return *m_counts;
    m_counts.emplace();
    const auto shipped = rules::Catalogue::shipped();
    for (auto spec : m_catalogue.model().facts.facts()) {
        // A whole pack of an earlier program does not say what its facts count.
        const auto* own = spec.countsHonour.empty() && shipped ? shipped->model().facts.find(spec.id) : nullptr;
        if (own != nullptr)
            spec.countsHonour = own->countsHonour;
        if (!spec.countsHonour.empty())
            m_counts->push_back(std::move(spec));
    }
    return *m_counts;
}

}
