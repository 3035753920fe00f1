// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/school_year.h"
#include "domain/entities.h"

#include <optional>
#include <vector>

namespace thidua::storage {
class Reader;
class Tx;
}

namespace thidua::services {

/// What of a school year's row others than its own page ask for.
struct YearDates {
    domain::SchoolYearId id{0};
    SchoolYear year{0};
    Date lastDay{2000, 5, 31};
    std::optional<Date> registrationDeadline;
    bool closed = false;
};
/// Of the year, or of the newest; none when the school has it not.
std::optional<YearDates> yearDates(storage::Reader& reader, std::optional<SchoolYear> year);
/// Of all its years, newest first.
std::vector<YearDates> allYearDates(storage::Reader& reader);

// Within an operation.

/// Opens a school year that the school has not yet; who serves keeps post and team of the year before.
domain::SchoolYearId openYearIn(storage::Tx& tx, const domain::SchoolYearRow& year);
/// The same with the usual dates.
YearDates openUsualYear(storage::Tx& tx, SchoolYear year);
void closeYearIn(storage::Tx& tx, domain::SchoolYearId year);

}
