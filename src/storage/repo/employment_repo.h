// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <optional>
#include <utility>
#include <vector>

namespace thidua::storage {
class Reader;
}

/// Since when and until when people work, and the days of a school year: what tells who serves.
namespace thidua::storage::repo {

struct EmploymentRow {
    domain::PersonId person{0};
    std::optional<PartialDate> employedFrom;
    std::optional<Date> leftOn;
};
/// Of everybody, by id.
std::vector<EmploymentRow> employment(Reader& reader);
/// First and last day; nothing for a year that is not there.
std::optional<std::pair<Date, Date>> daysOf(Reader& reader, domain::SchoolYearId year);

}
