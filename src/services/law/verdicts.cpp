// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/verdicts.h"

#include "rules/evaluator.h"
#include "services/core/internal.h"
#include "services/law/effective_rules.h"
#include "storage/repo/fact_repo.h"

#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;

bool isReviewed(NominationState state)
{
    return state == NominationState::Proposed || state == NominationState::Returned;
}

rules::Stage stageOf(NominationState state)
{
    return isReviewed(state) ? rules::Stage::Nomination : rules::Stage::Decision;
}

Result<rules::Verdict> keptVerdictAgain(Reader& reader, const Nomination& nomination)
{
    if (nomination.facts.empty())
        return fail(ErrorCode::NotFound, "nomination.facts-not-kept", {nomination.name});
    TD_TRY(const auto json, rules::jsonFromText(nomination.facts));
    TD_TRY(const auto made, rules::caseFromJson(json));
    TD_TRY(const auto catalogue, catalogueOfPack(reader, nomination.packHash));
    return rules::evaluate(catalogue, made);
}

void keepRulePack(Tx& tx, const rules::Catalogue& catalogue, const Clock& clock)
{
    if (!repo::hasRulePack(tx, catalogue.hash()))
        tx.insert(RulePack{catalogue.hash(), catalogue.content(), clock.today().iso()});
}

namespace {

/// Judges one nomination again, unless its facts and rules are those it was judged by.
bool refreshOne(Tx& tx, const rules::Catalogue& catalogue, const FactBuilder& facts, NominationId id, const Clock& clock)
{
    const auto row = tx.find<Nomination>(id);
    const auto& kept = row->data;
    const auto made = facts.makeCase(kept.subject, kept.honour, kept.applicableOn, stageOf(kept.state), kept.ground);
    auto judged = kept;
    judged.facts = rules::toJson(made).dump();
    judged.packHash = catalogue.hash();
    if (judged == kept && !kept.verdict.empty())
        return false;
    judged.verdict = rules::toJson(rules::evaluate(catalogue, made)).dump();
    keepRulePack(tx, catalogue, clock);
    tx.update(id, judged);
    return judged.verdict != kept.verdict;
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
