// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ground.h"
#include "rules/case.h"
#include "storage/reader.h"

#include <memory>

namespace thidua::rules {
class Catalogue;
}

namespace thidua::services {

/// The only bridge from the file to the facts of a case: asks each group of facts (facts/fact_group.h) for what it knows. Reads what a
/// school year needs once, then makes any number of cases.
/// A fact that nobody has recorded stays absent, which the rules read as unknown; "confirmed none" becomes an empty list.
class FactBuilder {
public:
    enum class Purpose {
        Verdicts,      ///< the facts that the rules look at; their words tell also of items that do not count
        OutcomesAlone, ///< as for verdicts, without items that only the words would tell of
        AllFacts       ///< whatever the file holds; counts of a collective only where nothing is open any more
    };
    /// Reader and catalogue must outlive the builder.
    FactBuilder(storage::Reader& reader, domain::SchoolYearId year, const rules::Catalogue& catalogue, Purpose purpose = Purpose::Verdicts);
    ~FactBuilder();
    FactBuilder(const FactBuilder&) = delete;
    FactBuilder& operator=(const FactBuilder&) = delete;

    rules::Case makeCase(const domain::SubjectRef& subject, const std::string& honour, Date on, rules::Stage stage,
                         domain::Ground ground = domain::Ground::AnnualMerit) const;

private:
    struct Source;
    std::unique_ptr<Source> m_source;
};

}
