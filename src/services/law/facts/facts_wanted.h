// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/evaluator.h"
#include "services/law/fact_builder.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace thidua::services {

/// Which facts the rules look at, so that no others are read.
class FactsWanted {
public:
    /// The catalogue must outlive it.
    FactsWanted(const rules::Catalogue& catalogue, FactBuilder::Purpose purpose) : m_catalogue(catalogue), m_purpose(purpose) {}

    /// Whether and how far back a case on this honour needs the fact.
    std::optional<rules::Reach> reach(const rules::Case& made, const char* fact) const;
    bool everything() const { return m_purpose == FactBuilder::Purpose::AllFacts; }
    const rules::Catalogue& catalogue() const { return m_catalogue; }

private:
    const rules::Catalogue& m_catalogue;
    FactBuilder::Purpose m_purpose;
    mutable std::map<std::tuple<std::string, Date, rules::SubjectKind, std::string>, std::map<std::string, rules::Reach>> m_reach;
};

}
