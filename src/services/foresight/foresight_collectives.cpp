// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/submission.h"
#include "rules/evaluator.h"
#include "rules/model.h"
#include "services/foresight/foresight_view.h"

#include <algorithm>
#include <numeric>

namespace thidua::services {

using namespace domain;
using rules::Finding;
using rules::Outcome;

namespace {

constexpr const char* kMembers = "members";

int registeredFor(const ForesightView& view, const std::set<PersonId>& members, const std::string& honour)
{
    return static_cast<int>(std::ranges::count_if(members, [&](PersonId person) {
        const auto found = view.registered.find(SubjectRef::of(person));
        return found != view.registered.end()
               && std::ranges::any_of(found->second, [&](const auto& code) { return view.catalogue.model().covers(code, honour); });
    }));
}

bool looksAt(const Finding& finding, std::string_view fact)
{
    return std::ranges::find(finding.facts, fact) != finding.facts.end();
}

/// A count of members who reach an honour, which conditions ask for as a share of all members.
struct MemberShare {
    const rules::FactSpec* counted;
    const Finding* measured;           ///< the first condition that asks for the share
    std::vector<std::string> findings; ///< all that look at the count
};

/// Whether the conditions on the members' share are met with so many.
bool enoughWith(const rules::Catalogue& catalogue, rules::Case theCase, const MemberShare& share, int count)
{
    theCase.facts.set(share.counted->id, count);
    const auto outcomes = rules::outcomesOf(catalogue, theCase);
    return std::ranges::all_of(outcomes.findings, [&share](const auto& one) {
        const bool asked = std::ranges::find(share.findings, one.first) != share.findings.end();
        return !asked || one.second == Outcome::Pass || one.second == Outcome::NotApplicable;
    });
}

/// The least number that the rules in force are content with; none when not even everybody is enough.
std::optional<int> neededOf(const rules::Catalogue& catalogue, const rules::Case& theCase, const MemberShare& share, int members)
{
    int low = 0, high = members;
    if (!enoughWith(catalogue, theCase, share, high))
        return std::nullopt;
    while (low < high) {
        const int middle = std::midpoint(low, high);
        if (enoughWith(catalogue, theCase, share, middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/// The count that the honour asks for as a share of the members; none where it asks for no share.
std::optional<MemberShare> shareOf(const rules::Catalogue& catalogue, const rules::Verdict& verdict)
{
    for (const auto& spec : catalogue.model().facts.facts()) {
        const auto measured = std::ranges::find_if(verdict.findings, [&spec](const auto& one) { return looksAt(one, spec.id) && looksAt(one, kMembers); });
        if (spec.countsHonour.empty() || measured == verdict.findings.end())
            continue;
        MemberShare share{&spec, &*measured, {}};
        for (const auto& finding : verdict.findings)
            if (looksAt(finding, spec.id))
                share.findings.push_back(finding.id);
        return share;
    }
    return std::nullopt;
}

std::optional<CollectiveForecast> forecastOf(const ForesightView& view, CollectiveId id, const std::set<PersonId>& members,
                                             const rules::HonourInfo& honour)
{
    CollectiveForecast made;
    made.collective = SubjectRef::of(id);
    made.name = view.people.view(made.collective).name;
    made.honour = honour.code;
    made.honourShort = honour.shortName.vi;
    made.honourName = honour.name.vi;
    made.members = static_cast<int>(members.size());
    auto reached = view.caseFor(made.collective, honour);
    reached.facts.set(kMembers, made.members);
    for (const auto& spec : view.catalogue.model().facts.facts())
        if (!spec.countsHonour.empty())
            reached.facts.set(spec.id, registeredFor(view, members, spec.countsHonour));
    const auto outlook = outlookOf(view.catalogue, reached, view.day, {}, Detail::Everything);
    const auto share = shareOf(view.catalogue, outlook.verdict);
    const auto needed = share ? neededOf(view.catalogue, reached, *share, made.members) : std::nullopt;
    if (!needed)
        return std::nullopt;
    made.registered = registeredFor(view, members, share->counted->countsHonour);
    made.needed = *needed;
    made.enough = made.registered >= made.needed;
    made.citation = share->measured->citation.brief;
    made.condition = share->measured->label.vi;
    made.certain = share->measured->certain;
    for (const auto& one : outlook.missing)
        if (one.finding != share->measured->id)
            made.otherwise.push_back(one);
    for (const auto& finding : outlook.verdict.findings)
        if (finding.outcome == Outcome::Pass && finding.id != share->measured->id)
            made.met.push_back(finding.label.vi);
    return made;
}

}

std::vector<CollectiveForecast> forecasts(const ForesightView& view)
{
    std::vector<CollectiveForecast> all;
    const auto honours = view.honoursFor(rules::SubjectKind::Collective);
    for (const auto& collective : view.people.collectives()) {
        const auto members = view.members.find(*collective.subject.collective);
        if (members == view.members.end())
            continue;
        for (const auto& honour : honours)
            if (auto made = forecastOf(view, members->first, members->second, honour))
                all.push_back(std::move(*made));
    }
    return all;
}

}
