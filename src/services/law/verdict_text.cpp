// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/verdict_text.h"

#include "domain/nomination.h"
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;

std::optional<rules::VerdictKind> keptVerdictKind(const Nomination& nomination)
{
    if (!nomination.verdict)
        return std::nullopt;
    switch (*nomination.verdict) {
    case KeptVerdict::Eligible: return rules::VerdictKind::Eligible;
    case KeptVerdict::Ineligible: return rules::VerdictKind::Ineligible;
    case KeptVerdict::Undetermined: return rules::VerdictKind::Undetermined;
    }
    return std::nullopt;
}

std::optional<storage::repo::KeptJudgement> judgementOf(storage::Reader& reader, const Nomination& nomination)
{
    return nomination.judgement ? storage::repo::judgement(reader, *nomination.judgement) : std::nullopt;
}

const rules::Verdict& VerdictReader::read(storage::Reader& reader, const Stored<Nomination>& nomination)
{
    auto& kept = m_kept[nomination.id];
    if (kept.judgement == nomination.data.judgement)
        return kept.verdict;
    kept = {nomination.data.judgement, {}};
    const auto judged = judgementOf(reader, nomination.data);
    const auto stored = nlohmann::json::parse(judged ? judged->verdict : std::string(), nullptr, false);
    if (auto verdict = stored.is_object() ? rules::verdictFromJson(stored) : Result<rules::Verdict>(rules::Verdict{}))
        kept.verdict = std::move(*verdict);
    return kept.verdict;
}

}
