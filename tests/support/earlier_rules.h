// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/nomination.h"
#include "domain/rule_pack.h"
#include "domain/school_year.h"
#include "rules/evaluator.h"
#include "rules/model.h"
#include "services/core/internal.h"
#include "services/law/verdict_text.h"
#include "services/law/verdicts.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace thidua::test {

/// As if an earlier program, whose rules asked for an excellent evaluation, had judged every nomination that is still being reviewed.
inline void judgedByEarlierRules(services::SchoolFile& file)
{
    auto pack = file.rules().model().pack();
    for (auto& param : pack["params"])
        if (param["id"] == "min_grade_staff")
            for (auto& value : param["values"])
                value["value"] = "excellent";
    const auto earlier = rules::Catalogue::fromPack(pack).value();
    namespace repo = storage::repo;
    const auto written = services::writeTo<services::Done>(file, domain::Op::OverrideVerdict, [&](storage::Tx& tx) -> Result<services::Done> {
        services::keepRulePack(tx, earlier, file.clock());
        for (const auto& year : repo::years(tx))
            for (const auto& row : repo::nominations(tx, year.id)) {
                auto nomination = row.data;
                const auto kept = services::judgementOf(tx, nomination);
                if (!services::isReviewed(nomination.state) || !kept)
                    continue;
                const auto made = rules::caseFromJson(rules::jsonFromText(kept->facts).value()).value();
                const auto verdict = rules::evaluate(earlier, made);
                nomination.judgement = repo::keep(tx, nomination.honour, {rules::toJson(verdict).dump(), kept->facts, earlier.hash()});
                nomination.verdict = verdict.verdict == rules::VerdictKind::Eligible     ? domain::KeptVerdict::Eligible
                                     : verdict.verdict == rules::VerdictKind::Ineligible ? domain::KeptVerdict::Ineligible
                                                                                         : domain::KeptVerdict::Undetermined;
                tx.update(row.id, nomination);
            }
        return services::Done{};
    });
    if (!written)
        throw std::runtime_error(written.error().key);
}

}
