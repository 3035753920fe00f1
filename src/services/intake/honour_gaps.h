// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/school_year.h"
#include "domain/ids.h"

#include <string>
#include <vector>

namespace thidua::services {

class SchoolFile;

/// School years without any yearly result of somebody, between two that have one: most likely a list that was not entered. Where nobody of
/// the school has any, it is told once, of nobody by name.
struct HonourGap {
    domain::SubjectRef who;
    std::string name;                              ///< empty: of the whole school
    SchoolYear from, to;                           ///< the first and the last year without a result
    std::string before, after;                     ///< what stands before and behind, “Lao động tiên tiến 2018–2019”
};

/// Those of the whole school first, then by name and year, of records that count. One year's silence in a chain of “hai năm liền” breaks it, so each is told.
Result<std::vector<HonourGap>> honourGaps(SchoolFile& file);

}
