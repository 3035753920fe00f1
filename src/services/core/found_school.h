// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/school.h"

#include <optional>

namespace thidua::services {

/// What the first form asks for ("Trường mới").
struct FoundSchool {
    domain::School school;
    std::optional<SchoolYear> firstYear;
    std::string headName;      ///< who is head; added as the first person when given
};

}
