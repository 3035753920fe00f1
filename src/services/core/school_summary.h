// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// What the first form asks for ("Trường mới").
struct FoundSchool {
    domain::School school;
    std::optional<SchoolYear> firstYear;
    std::string headName;      ///< who is head; added as the first person when given
};

struct FileSummary {
    std::string path;
    std::string uid;
    int schemaVersion = 0;
    std::optional<domain::School> school;
    std::vector<Stored<domain::SchoolYearRow>> years;
    std::vector<std::pair<std::string, std::int64_t>> counts;
};

}
