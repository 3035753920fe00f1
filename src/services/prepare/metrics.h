// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/target.h"
#include "storage/reader.h"

#include <map>
#include <set>
#include <string>

namespace thidua::services {

/// The figures of a school year that targets can point at: "honour:<honour>" (or "registered:<honour>", its name in older files) is reached
/// by awards, "registrations:<honour>" by registering, "initiatives:<level>" by recognitions. A yes or no about the school is its own alone.
class Metrics {
public:
    Metrics(storage::Reader& reader, domain::SchoolYearId year, Date today);
    /// Registered so far; none for metrics that nothing is registered for.
    std::optional<int> registered(const domain::Target& target) const;
    /// What the target promises; none while there is nothing yet, so that 0 is not taken for a result.
    std::optional<int> reached(const domain::Target& target) const;

private:
    /// How many have an honour, and whether the school itself does.
    struct Counts {
        std::map<std::string, int> all, ofSchool;
        void add(const std::string& honour, bool school);
        int of(const domain::Target& target, const std::string& honour) const;
    };
    Counts m_registered;
    Counts m_won;
    std::map<std::string, int> m_recognised;
    bool m_anyAward = false;
    bool m_anyRecognised = false;
};

}
