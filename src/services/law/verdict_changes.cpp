// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/verdict_changes.h"

#include "domain/nomination.h"
#include "domain/school_year.h"
#include "services/core/internal.h"
#include "services/law/effective_rules.h"
#include "services/law/honours.h"
#include "services/law/pack_differences.h"
#include "services/law/rules_renewed.h"
#include "services/law/verdict_text.h"
#include "services/law/verdicts.h"
#include "storage/repo/judgement_repo.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;

namespace {

struct Judged {
    Nomination nomination;
    rules::Verdict verdict;
};
using Judgements = std::map<NominationId, Judged>;

/// As the verdicts stand.
Result<Judgements> keptNow(Tx& tx)
{
    Judgements all;
    for (const auto& year : repo::years(tx)) {
        if (year.data.state == YearState::Closed)
            continue;
        for (const auto& row : repo::nominations(tx, year.id)) {
            if (!isReviewed(row.data.state))
                continue;
            const auto kept = judgementOf(tx, row.data);
            TD_TRY(const auto json, rules::jsonFromText(kept ? kept->verdict : std::string()));
            TD_TRY(auto verdict, rules::verdictFromJson(json));
            all.emplace(row.id, Judged{row.data, std::move(verdict)});
        }
    }
    return all;
}

Result<Judgements> judge(Tx& tx, const rules::Catalogue& catalogue, const Clock& clock, Progress* progress)
{
    TD_CHECK(refreshOpenYears(tx, catalogue, clock, progress));
    return keptNow(tx);
}

VerdictChange::Why why(const rules::Finding* before, const rules::Finding* after)
{
    const auto& shown = after != nullptr ? *after : *before;
    VerdictChange::Why out{shown.label, shown.explanation, shown.citation, {}, {}};
    if (before != nullptr)
        out.before = before->outcome;
    if (after != nullptr)
        out.after = after->outcome;
    return out;
}

std::vector<VerdictChange::Why> differences(const rules::Verdict& before, const rules::Verdict& after)
{
    std::vector<VerdictChange::Why> all;
    for (const auto& finding : after.findings) {
        const auto* other = findingOf(before, finding.id);
        if (other == nullptr || other->outcome != finding.outcome)
            all.push_back(why(other, &finding));
    }
    for (const auto& finding : before.findings)
        if (findingOf(after, finding.id) == nullptr)
            all.push_back(why(&finding, nullptr));
    return all;
}

}

namespace {

std::vector<VerdictChange> compared(const SchoolFile& file, const Judgements& now, const Judgements& then)
{
    std::vector<VerdictChange> changes;
    for (const auto& [id, judged] : now) {
        const auto& other = then.at(id).verdict;
        if (judged.verdict.verdict == other.verdict)
            continue;
        const auto& honour = judged.nomination.honour;
        changes.push_back({id, judged.nomination.name, honourName(file.rules(), honour).value_or(honour), honourShortName(file.rules(), honour),
                           judged.verdict.verdict, other.verdict, differences(judged.verdict, other)});
    }
    std::ranges::sort(changes, {}, [](const auto& change) { return std::pair(sortKey(change.name), change.nomination); });
    return changes;
}

}

Result<std::vector<VerdictChange>> verdictChanges(SchoolFile& file, const rules::Catalogue& after, Progress* progress)
{
    Judgements now, then;
    TD_CHECK(file.data().rehearse([&](Tx& tx) -> Result<void> {
        TD_TRY(now, judge(tx, file.rules(), file.clock(), progress));
        TD_TRY(then, judge(tx, after, file.clock(), progress));
        return {};
    }));
    return compared(file, now, then);
}

Result<std::vector<VerdictChange>> keptVerdictChanges(SchoolFile& file, Progress* progress)
{
    Judgements now, then;
    TD_CHECK(file.data().rehearse([&](Tx& tx) -> Result<void> {
        TD_TRY(now, keptNow(tx));
        TD_TRY(then, judge(tx, file.rules(), file.clock(), progress));
        return {};
    }));
    return compared(file, now, then);
}

Result<int> RulesRenewedService::judgedByOthers()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<int> {
        int count = 0;
        for (const auto& one : repo::otherRulesOfReviewed(reader, m_file.rules().hash()))
            count += one.nominations;
        return count;
    });
}

Result<RulesRenewed> RulesRenewedService::preview(Progress* progress)
{
    RulesRenewed renewed;
    TD_TRY(const auto others, readFrom(m_file, [&](Reader& reader) -> Result<std::vector<repo::RulesOfReviewed>> {
               return repo::otherRulesOfReviewed(reader, m_file.rules().hash());
           }));
    for (const auto& one : others) {
        renewed.nominations += one.nominations;
        const auto before = readFrom(m_file, [&](Reader& reader) { return catalogueOfPack(reader, one.hash); });
        if (!before)
            continue; // verdicts of a first version have no rules kept: whose verdict changes is told all the same
        for (auto& difference : packDifferences(*before, m_file.rules()))
            if (std::ranges::find(renewed.what, difference) == renewed.what.end())
                renewed.what.push_back(std::move(difference));
    }
    TD_TRY(renewed.verdicts, keptVerdictChanges(m_file, progress));
    return renewed;
}

Written<int> RulesRenewedService::judgeAgain()
{
    return writeTo<int>(m_file, Op::RefreshVerdicts,
                        [&](Tx& tx) -> Result<int> {
                            TD_TRY(const int changed, refreshOpenYears(tx, m_file.rules(), m_file.clock()));
                            tx.setLabel({std::to_string(changed)});
                            return changed;
                        });
}

}
