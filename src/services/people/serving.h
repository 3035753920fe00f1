// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <map>
#include <optional>
#include <string>

namespace thidua::storage {
class Reader;
}

namespace thidua::services {

/// The one question who still serves on a day: whoever has left on a date counts no more from that date on. Collectives always serve.
class Serving {
public:
    Serving(storage::Reader& reader, Date day);
    bool on(domain::PersonId person) const { return !leftOn(person); }
    bool on(const domain::SubjectRef& subject) const { return !subject.person || on(*subject.person); }
    /// The day on which somebody left, when that has come.
    std::optional<Date> leftOn(domain::PersonId person) const;

private:
    std::map<domain::PersonId, Date> m_left;
};

/// The day by which the lists of a school year ask: today, or the year's first or last day when that is nearer.
Date listDay(storage::Reader& reader, domain::SchoolYearId year, Date today);
/// “đã chuyển đi 15/01/2026”: how every list says it.
std::string leftText(Date leftOn);

}
