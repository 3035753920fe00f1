// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/model.h"
#include "services/law/facts/fact_group.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// How many of the members stand with an honour: reached it, or may still.
struct Count {
    std::string fact;
    int reached = 0;
    int open = 0;
};

std::vector<Count> countsOf(const FactRequest& from, const std::vector<PersonId>& members)
{
    std::vector<Count> counts;
    for (const auto& spec : from.wanted.catalogue().model().facts.facts()) {
        if (spec.countsHonour.empty())
            continue;
        const auto& standing = from.data.standing(spec.countsHonour);
        const auto among = [&members](const std::set<PersonId>& people) {
            return static_cast<int>(std::ranges::count_if(members, [&people](PersonId id) { return people.contains(id); }));
        };
        counts.push_back({spec.id, among(standing.reached), among(standing.open)});
    }
    return counts;
}

/// The case with these counts, with nobody or with everybody that is open.
rules::Case with(const rules::Case& made, const std::vector<Count>& counts, bool everybody)
{
    auto other = made;
    for (const auto& count : counts)
        other.facts.set(count.fact, count.reached + (everybody ? count.open : 0));
    return other;
}

/// As far as the review has come: what is reached when nothing is open any more or when all that is open, reached or not, leaves the
/// rules' answer as it is; else nothing.
void buildMemberHonours(const FactRequest& from, rules::Case& into)
{
    if (!from.subject.collective)
        return;
    const auto members = from.data.membersOf(*from.subject.collective, into.on);
    if (members.empty() || !from.data.anyNomination())
        return;
    const auto counts = countsOf(from, members);
    const auto least = with(into, counts, false);
    if (std::ranges::all_of(counts, [](const auto& count) { return count.open == 0; })) {
        into = least;
        return;
    }
    for (const auto& count : counts)
        if (count.open == 0)
            into.facts.set(count.fact, count.reached);
    if (from.wanted.everything())
        return;
    const auto most = with(into, counts, true);
    const auto outcomes = rules::outcomesOf(from.wanted.catalogue(), least).findings;
    if (outcomes == rules::outcomesOf(from.wanted.catalogue(), most).findings)
        into = least;
}

}

FactGroup memberHonourFacts()
{
    return {"member-honours", kindsOf({EntityKind::Person, EntityKind::StaffAssignment, EntityKind::Collective, EntityKind::Nomination}), buildMemberHonours};
}

}
