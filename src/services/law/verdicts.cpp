// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/verdicts.h"

#include "domain/decision.h"
#include "domain/kept_verdict.h"
#include "domain/nomination.h"
#include "domain/rule_pack.h"
#include "domain/school_year.h"
#include "domain/workflow.h"
#include "rules/evaluator.h"
#include "services/core/internal.h"
#include "services/law/effective_rules.h"
#include "services/law/verdict_text.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/fact_repo.h"

#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;

const rules::Finding* findingOf(const rules::Verdict& verdict, const std::string& id)
{
    const auto found = std::ranges::find(verdict.findings, id, &rules::Finding::id);
    return found == verdict.findings.end() ? nullptr : &*found;
}

bool isReviewed(NominationState state)
{
    return may(state, NominationEvent::Review);
}

rules::Stage stageOf(NominationState state)
{
    return isReviewed(state) ? rules::Stage::Nomination : rules::Stage::Decision;
}

Result<rules::Verdict> keptVerdictAgain(Reader& reader, const Nomination& nomination)
{
    const auto kept = judgementOf(reader, nomination);
    if (!kept || kept->facts.empty())
        return fail(ErrorCode::NotFound, "nomination.facts-not-kept", {nomination.name});
    TD_TRY(const auto facts, rules::jsonFromText(kept->facts));
    TD_TRY(const auto made, rules::caseFromJson(facts));
    TD_TRY(const auto catalogue, catalogueOfPack(reader, kept->packHash));
    return rules::evaluate(catalogue, made);
}

void keepRulePack(Tx& tx, const rules::Catalogue& catalogue, const Clock& clock)
{
    if (!repo::hasRulePack(tx, catalogue.hash()))
        tx.insert(RulePack{catalogue.hash(), catalogue.content(), clock.today().iso()});
}

namespace {

KeptVerdict keptAs(rules::VerdictKind kind)
{
    switch (kind) {
    case rules::VerdictKind::Eligible: return KeptVerdict::Eligible;
    case rules::VerdictKind::Ineligible: return KeptVerdict::Ineligible;
    case rules::VerdictKind::Undetermined: break;
    }
    return KeptVerdict::Undetermined;
}

/// Judges one nomination again, unless its facts and rules are those it was judged by.
bool refreshOne(Tx& tx, const rules::Catalogue& catalogue, const FactBuilder& facts, NominationId id, const Clock& clock)
{
    const auto row = tx.find<Nomination>(id);
    auto judged = row->data;
    const auto made = facts.makeCase(repo::Merged(tx).now(judged.subject), judged.honour, judged.applicableOn, stageOf(judged.state), judged.ground);
    const auto kept = judgementOf(tx, judged);
    repo::KeptJudgement now{{}, rules::toJson(made).dump(), catalogue.hash()};
    if (kept && !kept->verdict.empty() && kept->facts == now.facts && kept->packHash == now.packHash)
        return false;
    const auto verdict = rules::evaluate(catalogue, made);
    now.verdict = rules::toJson(verdict).dump();
    keepRulePack(tx, catalogue, clock);
    judged.judgement = repo::keep(tx, judged.honour, now);
    judged.verdict = keptAs(verdict.verdict);
    tx.update(id, judged);
    return !kept || kept->verdict != now.verdict;
}

}

Result<int> refreshOpenVerdicts(Tx& tx, const rules::Catalogue& catalogue, SchoolYearId year, const Clock& clock, const std::set<SubjectRef>& touched,
                                Progress* progress)
{
    const auto nominations = repo::nominationHeads(tx, year);
    int changed = 0;
    if (progress != nullptr)
        progress->begin(static_cast<int>(nominations.size()));
    // Collectives rest on what their members reach, so people come first and the facts are read again for the collectives.
    for (const bool people : {true, false}) {
        std::optional<FactBuilder> facts;
        for (const auto& row : nominations) {
            if (row.subject.person.has_value() != people || !isReviewed(row.state) || (people && !touched.empty() && !touched.contains(row.subject)))
                continue;
            if (!facts)
                facts.emplace(tx, year, catalogue);
            changed += refreshOne(tx, catalogue, *facts, row.id, clock) ? 1 : 0;
            if (progress != nullptr && !progress->step())
                return fail(ErrorCode::WrongState, "work.stopped");
        }
    }
    return changed;
}

Result<int> refreshOpenYears(Tx& tx, const rules::Catalogue& catalogue, const Clock& clock, Progress* progress)
{
    int changed = 0;
    for (const auto& year : repo::years(tx)) {
        if (year.data.state == YearState::Closed)
            continue;
        TD_TRY(const int here, refreshOpenVerdicts(tx, catalogue, year.id, clock, {}, progress));
        changed += here;
    }
    return changed;
}

}
