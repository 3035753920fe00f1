// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/nomination.h"
#include "domain/school_year.h"
#include "domain/submission.h"
#include "rules/evaluator.h"
#include "services/core/internal.h"
#include "services/follow/quota_board.h"
#include "services/foresight/foresight_service.h"
#include "services/foresight/foresight_supply.h"
#include "services/law/fact_builder.h"
#include "services/law/honours.h"
#include "services/law/verdicts.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;
using rules::Finding;
using rules::Outcome;
using rules::Verdict;
using rules::VerdictKind;

namespace {

constexpr int kFurthest = 15; ///< school years that a list can be moved by

/// By how many whole years `reviewed` has to be moved to stand under the law of `on`, as near to it as may be.
int yearsBetween(const rules::Catalogue& catalogue, Date reviewed, Date on)
{
    const auto wanted = catalogue.regimeOn(on);
    std::optional<int> best;
    const auto better = [&](int years) {
        const auto away = [&](int by) { return std::abs(daysBetween(reviewed.plusMonths(12 * by), on)); };
        return !best || away(years) < away(*best);
    };
    for (const bool sameLaw : {true, false}) {
        for (int years = -kFurthest; years <= kFurthest; ++years) {
            const auto there = catalogue.regimeOn(reviewed.plusMonths(12 * years));
            if (there && (!sameLaw || there == wanted) && better(years))
                best = years;
        }
        if (best)
            break;
    }
    return best.value_or(0);
}

bool stands(const Finding* finding)
{
    return finding == nullptr || finding->outcome == Outcome::Pass || finding->outcome == Outcome::NotApplicable;
}

VerdictChange::Why whyOf(const Finding* before, const Finding* after)
{
    const Finding& told = after != nullptr ? *after : *before;
    VerdictChange::Why why{told.label, told.explanation, told.citation, std::nullopt, std::nullopt};
    if (before != nullptr)
        why.before = before->outcome;
    if (after != nullptr)
        why.after = after->outcome;
    return why;
}

/// The conditions that came out differently, those of the new law first.
std::vector<VerdictChange::Why> changedStands(const Verdict& before, const Verdict& after)
{
    std::vector<VerdictChange::Why> why;
    for (const auto& finding : after.findings)
        if (const auto* old = findingOf(before, finding.id); stands(old) != stands(&finding))
            why.push_back(whyOf(old, &finding));
    for (const auto& finding : before.findings)
        if (findingOf(after, finding.id) == nullptr && !stands(&finding))
            why.push_back(whyOf(&finding, nullptr));
    return why;
}

/// The honours received by the day of the review: what the list itself has brought since would stand in its own way.
void keepHistoryUntil(rules::Case& theCase)
{
    const auto* held = theCase.facts.find("honours");
    if (held == nullptr || !held->is_array())
        return;
    auto list = *held;
    const auto later = [&theCase](const nlohmann::json& item) {
        const std::string decided = item.value("decided_on", "");
        const bool same = item.value("honour", "") == theCase.honour && item.value("school_year", "") == theCase.schoolYear.text();
        return same || (!decided.empty() && decided > theCase.on.iso());
    };
    list.erase(std::remove_if(list.begin(), list.end(), later), list.end());
    if (list.empty())
        theCase.facts.remove("honours");
    else
        theCase.facts.set("honours", std::move(list));
}

/// An initiative that served this very nomination counts as it did then.
void freeInitiatives(rules::Case& theCase)
{
    const auto* held = theCase.facts.find("initiatives");
    if (held == nullptr || !held->is_array())
        return;
    auto list = *held;
    for (auto& item : list)
        if (item.value("used_for", "") == theCase.honour && item.value("school_year", "") == theCase.schoolYear.text())
            item.erase("used_for");
    theCase.facts.set("initiatives", std::move(list));
}

struct Lists {
    Standing before, after;

    void count(const Nomination& nomination, const Verdict& then, const Verdict& now)
    {
        if (!nomination.subject.person)
            return;
        if (then.verdict != VerdictKind::Ineligible)
            before.people[nomination.honour].insert(*nomination.subject.person);
        if (now.verdict != VerdictKind::Ineligible)
            after.people[nomination.honour].insert(*nomination.subject.person);
    }
};

VerdictChange changeOf(const rules::Catalogue& catalogue, const Stored<Nomination>& row, const Verdict& then, const Verdict& now)
{
    VerdictChange change;
    change.nomination = row.id;
    change.name = row.data.name;
    change.honour = row.data.honour;
    change.honourShort = honourShortName(catalogue, row.data.honour);
    change.before = then.verdict;
    change.after = now.verdict;
    change.why = changedStands(then, now);
    return change;
}

}

Result<Rehearsal> ForesightService::rehearse(SchoolYearId year, Date on)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<Rehearsal> {
        TD_CHECK(need<SchoolYearRow>(reader, year));
        const auto& catalogue = m_file.rules();
        if (!catalogue.regimeOn(on))
            return fail({{"on", "nomination.before-rules", {on.vn()}}});
        const FactBuilder facts(reader, year, catalogue, FactBuilder::Purpose::AllFacts);
        Rehearsal made;
        made.on = made.judgedOn = on;
        Lists lists;
        for (const auto& row : repo::nominations(reader, year)) {
            if (row.data.state == NominationState::Withdrawn)
                continue;
            auto then = facts.makeCase(row.data.subject, row.data.honour, row.data.applicableOn, stageOf(row.data.state), row.data.ground);
            keepHistoryUntil(then);
            freeInitiatives(then);
            const auto moved = movedByYears(catalogue, then, yearsBetween(catalogue, then.on, on));
            const auto before = rules::evaluate(catalogue, then);
            const auto after = rules::evaluate(catalogue, moved);
            made.judgedOn = moved.on;
            made.reviewedOn = then.on;
            made.ruleSetBefore = before.ruleSet.id;
            made.ruleSetAfter = after.ruleSet.id;
            lists.count(row.data, before, after);
            ++made.nominations;
            if (before.verdict == after.verdict)
                ++made.same;
            else
                made.changed.push_back(changeOf(catalogue, row, before, after));
        }
        if (made.nominations == 0)
            return made;
        const auto managers = managersOf(reader, year);
        made.quotasBefore = quotasOf(catalogue, made.reviewedOn, lists.before.people, managers);
        made.quotasAfter = quotasOf(catalogue, made.judgedOn, lists.after.people, managers);
        return made;
    });
}

}
