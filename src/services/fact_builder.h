// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/case.h"
#include "storage/reader.h"

#include <memory>

namespace thidua::services {

/// The only bridge from the file to the facts of a case. Reads what a school year needs once, then makes any number of cases.
/// A fact that nobody has recorded stays absent, which the rules read as unknown; "confirmed none" becomes an empty list.
class FactBuilder {
public:
    FactBuilder(storage::Reader& reader, domain::SchoolYearId year);
    ~FactBuilder();
    FactBuilder(const FactBuilder&) = delete;
    FactBuilder& operator=(const FactBuilder&) = delete;

    rules::Case makeCase(const domain::SubjectRef& subject, const std::string& honour, Date on, rules::Stage stage,
                         domain::Ground ground = domain::Ground::AnnualMerit) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

}
