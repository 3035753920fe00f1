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

constexpr const char* kAdvancedFact = "members_lao_dong_tien_tien";
constexpr const char* kFightersFact = "members_chien_si_thi_dua";
constexpr const char* kAdvanced = "lao-dong-tien-tien";
constexpr const char* kFighter = "chien-si-thi-dua-co-so";

int registeredFor(const ForesightView& view, const std::set<PersonId>& members, const char* honour)
{
    return static_cast<int>(std::ranges::count_if(members, [&](PersonId person) {
        const auto found = view.registered.find(SubjectRef::of(person));
        return found != view.registered.end()
               && std::ranges::any_of(found->second, [&](const auto& code) { return view.catalogue.model().covers(code, honour); });
    }));
}

bool looksAt(const Finding& finding, const char* fact)
{
    return std::ranges::find(finding.facts, fact) != finding.facts.end();
}

/// Whether the conditions on the members' share are met with so many.
bool enoughWith(const rules::Catalogue& catalogue, rules::Case theCase, const std::vector<std::string>& share, int count)
{
    theCase.facts.set(kAdvancedFact, count);
    const auto outcomes = rules::outcomesOf(catalogue, theCase);
    return std::ranges::all_of(outcomes.findings, [&share](const auto& one) {
        const bool asked = std::ranges::find(share, one.first) != share.end();
        return !asked || one.second == Outcome::Pass || one.second == Outcome::NotApplicable;
    });
}

/// The least number that the rules in force are content with; none when not even everybody is enough.
std::optional<int> neededOf(const rules::Catalogue& catalogue, const rules::Case& theCase, const std::vector<std::string>& share, int members)
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

/// The conditions that look at how many members are Lao động tiên tiến.
std::vector<std::string> shareConditions(const rules::Verdict& verdict)
{
    std::vector<std::string> ids;
    for (const auto& finding : verdict.findings)
        if (looksAt(finding, kAdvancedFact))
            ids.push_back(finding.id);
    return ids;
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
    made.registered = registeredFor(view, members, kAdvanced);
    auto reached = view.caseFor(made.collective, honour);
    reached.facts.set("members", made.members);
    reached.facts.set(kAdvancedFact, made.registered);
    reached.facts.set(kFightersFact, registeredFor(view, members, kFighter));
    const auto outlook = outlookOf(view.catalogue, reached, view.day, {}, Detail::Everything);
    const auto share = std::ranges::find_if(outlook.verdict.findings, [](const auto& finding) { return looksAt(finding, kAdvancedFact); });
    const auto needed = neededOf(view.catalogue, reached, shareConditions(outlook.verdict), made.members);
    if (share == outlook.verdict.findings.end() || !needed)
        return std::nullopt;
    made.needed = *needed;
    made.enough = made.registered >= made.needed;
    made.citation = share->citation.brief;
    made.condition = share->label.vi;
    made.certain = share->certain;
    for (const auto& one : outlook.missing)
        if (one.finding != share->id)
            made.otherwise.push_back(one);
    for (const auto& finding : outlook.verdict.findings)
        if (finding.outcome == Outcome::Pass && finding.id != share->id)
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
