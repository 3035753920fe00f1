// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "rules/finding.h"

#include <map>
#include <optional>
#include <string>

namespace thidua::services {

/// The kind of a kept verdict (Nomination::verdict) without reading its findings; none when there is no verdict.
std::optional<rules::VerdictKind> keptVerdictKind(const std::string& verdict);

/// Kept verdicts read once: a list that is shown again after a change reads only what has changed.
class VerdictReader {
public:
    /// The verdict of a nomination's text; an empty one where there is none. Valid until the next call for the same nomination.
    const rules::Verdict& read(domain::NominationId nomination, const std::string& text);

private:
    struct Kept {
        std::string text;
        rules::Verdict verdict;
    };
    std::map<domain::NominationId, Kept> m_kept;
};

}
