// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "storage/reader.h"

#include <map>
#include <set>
#include <string>

namespace thidua::services {

/// The figures of a school year that targets can point at: "registered:<honour>" (or "honour:<honour>") and "initiatives:<level>".
class Metrics {
public:
    Metrics(storage::Reader& reader, domain::SchoolYearId year, Date today);
    /// Registered so far; none for metrics that nothing is registered for.
    std::optional<int> registered(const std::string& metric) const;
    /// Conferred, or recognised; none while there is nothing yet, so that 0 is not taken for a result.
    std::optional<int> reached(const std::string& metric) const;

private:
    std::map<std::string, int> m_registered;
    std::map<std::string, int> m_won;
    std::map<std::string, int> m_recognised;
    bool m_anyAward = false;
    bool m_anyRecognised = false;
};

}
