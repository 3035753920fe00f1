// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/core/found_school.h"
#include "services/core/school_file.h"

namespace thidua::services {

struct FileSummary {
    std::string path;
    std::string uid;
    int schemaVersion = 0;
    std::optional<domain::School> school;
    std::vector<Stored<domain::SchoolYearRow>> years;
    std::vector<std::pair<std::string, std::int64_t>> counts;
};

}
