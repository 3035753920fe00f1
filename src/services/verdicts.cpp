// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/verdicts.h"

#include "rules/evaluator.h"
#include "services/effective_rules.h"
#include "services/internal.h"

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

Result<int> refreshOpenVerdicts(Tx& tx, const rules::Catalogue& catalogue, SchoolYearId year, const Clock& clock)
{
    const auto nominations = repo::nominations(tx, year);
    int changed = 0;
    // Collectives rest on what their members reach, so people come first and the facts are read again for the collectives.
    for (const bool people : {true, false}) {
        std::optional<FactBuilder> facts;
        for (const auto& row : nominations) {
            if (row.data.subject.person.has_value() != people || !isReviewed(row.data.state))
                continue;
            if (!facts)
                facts.emplace(tx, year);
            const auto made = facts->makeCase(row.data.subject, row.data.honour, row.data.applicableOn, stageOf(row.data.state), row.data.ground);
            auto judged = row.data;
            judged.verdict = rules::toJson(rules::evaluate(catalogue, made)).dump();
            judged.packHash = catalogue.hash();
            judged.facts = rules::toJson(made).dump();
            if (judged == row.data)
                continue;
            keepRulePack(tx, catalogue, clock);
            tx.update(row.id, judged);
            changed += judged.verdict != row.data.verdict ? 1 : 0;
        }
    }
    return changed;
}

Result<int> refreshOpenYears(Tx& tx, const rules::Catalogue& catalogue, const Clock& clock)
{
    int changed = 0;
    for (const auto& year : repo::years(tx)) {
        if (year.data.state == YearState::Closed)
            continue;
        TD_TRY(const int here, refreshOpenVerdicts(tx, catalogue, year.id, clock));
        changed += here;
    }
    return changed;
}

}
