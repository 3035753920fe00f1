// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "rules/text_pair.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace thidua::rules {

enum class Outcome { Pass, Fail, Unknown, NotApplicable };
enum class VerdictKind { Eligible, Ineligible, Undetermined };

std::string_view toCode(Outcome outcome);
std::string_view toCode(VerdictKind kind);

/// A span of the law. `to` is its last day; without it the span is open.
struct RuleSetRef {
    std::string id;
    Date from{2017, 10, 1};
    std::optional<Date> to;
    bool provisional = false;
    friend bool operator==(const RuleSetRef&, const RuleSetRef&) = default;
};

/// One condition looked at: what came out, by which article, from which facts, and what would change it.
struct Finding {
    std::string id;
    Text label;
    Outcome outcome = Outcome::Unknown;
    Citation citation;
    std::string quote;              ///< the clause in short
    std::vector<std::string> facts; ///< names of the facts looked at
    Text explanation;
    Text remedy;                    ///< what would change it and who supplies it
    std::vector<Finding> branches;  ///< of an alternative "a or b"
    bool certain = true;            ///< false: rests on a value that has not been checked against the official text
    bool conflict = false;          ///< two rules of equal rank disagree
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// The answer for one case, as it is stored with a nomination: of one rule set and one catalogue, for good.
struct Verdict {
    std::string honour;
    RuleSetRef ruleSet;
    VerdictKind verdict = VerdictKind::Undetermined;
    std::vector<Finding> findings;
    std::string catalogueHash;
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// eligible: every finding passes or does not apply; ineligible: one fails; undetermined: none fails, one is unknown.
VerdictKind verdictOf(const std::vector<Finding>& findings);

nlohmann::json toJson(const Finding& finding);
nlohmann::json toJson(const RuleSetRef& ruleSet);
/// The command line's answer.
nlohmann::json toJson(const Verdict& verdict);
Result<Verdict> verdictFromJson(const nlohmann::json& json);

}
