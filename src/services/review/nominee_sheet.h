// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rules/finding.h"

#include <optional>
#include <string>
#include <vector>

namespace thidua::services {

class SchoolFile;
struct TallyRow;

/// What the council looks at while it talks and votes about one line: who, for what, by which facts, and what was received before.
struct NomineeSheet {
    struct Fact {
        std::string label;
        std::string text;
        rules::Outcome outcome = rules::Outcome::NotApplicable;
    };
    std::string name;
    std::string post;                            ///< an initiative's authors
    std::string honourName;
    std::optional<rules::VerdictKind> verdict;   ///< none for initiatives
    std::string overrideReason;                  ///< why the council decides against it
    std::vector<Fact> facts{};                   ///< one for each condition looked at
    std::vector<std::string> history{};          ///< “2020–2021: Lao động tiên tiến”, newest first
};

/// Of one line of a meeting, from the rows as they are now.
Result<NomineeSheet> nomineeSheet(SchoolFile& file, const TallyRow& line);

}
