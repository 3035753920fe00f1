// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

#include <vector>

namespace thidua::storage::repo {

struct YearNumber {
    domain::SchoolYearId id{0};
    int startYear = 0;
    bool closed = false;
};
/// The school years of the file, newest first, for what asks of them no more than that.
std::vector<YearNumber> yearNumbers(Reader& reader);

}
