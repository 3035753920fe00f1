// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/nomination.h"
#include "services/law/facts/fact_group.h"
#include "services/law/initiative_validity.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

using storage::repo::WorkRow;

/// What the nomination that the case is about has used itself does not count as used.
bool usedByThis(const FactRequest& from, const WorkRow& work, const std::string& honour)
{
    const auto used = work.usedBy ? from.data.nomination(*work.usedBy) : std::nullopt;
    return used && used->year == from.data.yearId() && used->honour == honour && used->subject == from.subject;
}

nlohmann::json itemOf(const FactRequest& from, const WorkRow& work, const std::string& honour)
{
    nlohmann::json item{{"type", factCode(work.type)}, {"school_year", from.data.yearOf(work.year).text()}};
    if (work.recognisedAt) {
        item["recognised_at"] = factCode(*work.recognisedAt);
        item["scope"] = factCode(work.scope.value_or(*work.recognisedAt));
    }
    if (!work.usedFor.empty() && !usedByThis(from, work, honour))
        item["used_for"] = work.usedFor;
    return item;
}

/// Those of all years, each with what it has served. One that nobody has decided on yet is an item whose recognition is unknown; of a year
/// for which nothing has been entered there may still be one (docs/decisions/006).
void buildInitiatives(const FactRequest& from, rules::Case& into)
{
    const auto& data = from.data;
    const auto reach = from.subject.person ? from.wanted.reach(into, "initiatives") : std::nullopt;
    if (!reach)
        return;
    const auto works = *reach == rules::Reach::ThisYear ? data.initiativesThisYear(*from.subject.person) : data.initiatives(*from.subject.person);
    if (works.empty() && (*reach == rules::Reach::AllYears || !data.anyInitiative(*from.subject.person)))
        return;
    auto list = nlohmann::json::array();
    for (const auto& work : works)
        if (work.state != InitiativeState::Rejected && stillServes(from.wanted.catalogue(), work.validUntil, work.decidedOn, into.on))
            list.push_back(itemOf(from, work, into.honour));
    if (std::ranges::none_of(works, [&data](const auto& work) { return work.year == data.yearId(); }))
        for (const auto type : {InitiativeType::Initiative, InitiativeType::Research})
            list.push_back({{"type", factCode(type)}, {"school_year", data.year().text()}});
    into.facts.set("initiatives", std::move(list));
}

}

FactGroup initiativeFacts()
{
    return {"initiatives", kindsOf({EntityKind::Person, EntityKind::Initiative, EntityKind::InitiativeAuthor, EntityKind::Nomination, EntityKind::SchoolYearRow}), buildInitiatives};
}

}
