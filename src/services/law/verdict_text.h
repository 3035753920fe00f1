// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/stored.h"
#include "rules/finding.h"
#include "storage/repo/judgement_repo.h"

#include <map>
#include <optional>

namespace thidua::domain {
struct Nomination;
}

namespace thidua::services {

/// The kind of a nomination's verdict; none when there is no verdict, or one that says nothing known.
std::optional<rules::VerdictKind> keptVerdictKind(const domain::Nomination& nomination);

/// The judgement that a nomination points at: verdict, facts and the hash of the rules; none when it was never judged.
std::optional<storage::repo::KeptJudgement> judgementOf(storage::Reader& reader, const domain::Nomination& nomination);

/// Kept verdicts read once: a list that is shown again after a change reads only what has changed.
class VerdictReader {
public:
    /// The nomination's verdict; an empty one where there is none. Valid until the next call for the same nomination.
    /// Not for use inside a write: what is rolled back gives its number to another judgement.
    const rules::Verdict& read(storage::Reader& reader, const domain::Stored<domain::Nomination>& nomination);

private:
    struct Kept {
        std::optional<domain::JudgementId> judgement;
        rules::Verdict verdict;
    };
    std::map<domain::NominationId, Kept> m_kept;
};

}
