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

/// The only bridge from the file to the facts of a case. Reads what a school year needs once, then makes any number of cases.
/// A fact that nobody has recorded stays absent, which the rules read as unknown; "confirmed none" becomes an empty list.
class FactBuilder {
public:
    /// Cases with every fact that the file holds. The reader must outlive the builder.
    FactBuilder(storage::Reader& reader, domain::SchoolYearId year);
    /// Cases with the facts that these rules look at; a collective's counts are given as soon as what is still open can no longer
    /// change what the rules say.
    enum class Purpose { Verdicts, OutcomesAlone }; ///< the words of a verdict tell also of items that do not count
    FactBuilder(storage::Reader& reader, domain::SchoolYearId year, const rules::Catalogue& catalogue, Purpose purpose = Purpose::Verdicts);
    ~FactBuilder();
    FactBuilder(const FactBuilder&) = delete;
    FactBuilder& operator=(const FactBuilder&) = delete;

    rules::Case makeCase(const domain::SubjectRef& subject, const std::string& honour, Date on, rules::Stage stage,
                         domain::Ground ground = domain::Ground::AnnualMerit) const;

private:
    struct Data;
    static void addPersonFacts(const Data& data, domain::PersonId person, rules::Case& made);
    static void addCollectiveFacts(const Data& data, domain::CollectiveId collective, rules::Case& made);
    std::unique_ptr<Data> m_data;
};

}
