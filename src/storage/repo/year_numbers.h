// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "storage/reader.h"

#include <optional>
#include <vector>

namespace thidua::storage::repo {

struct YearNumber {
    domain::SchoolYearId id{0};
    int startYear = 0;
    bool closed = false;
};
/// The school years of the file, newest first, for what asks of them no more than that.
std::vector<YearNumber> yearNumbers(Reader& reader);
/// The one with that id; nothing for a year that is not there.
std::optional<SchoolYear> yearNumber(Reader& reader, domain::SchoolYearId id);

}
