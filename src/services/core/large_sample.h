// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace thidua::services {

/// A made-up school for measuring: the same for the same figures.
struct LargeSchool {
    int pupils = 0; ///< in each year
    int years = 0;
};
/// Of “large:1000x10”; nothing for other names. InputFormat for figures that it cannot have.
Result<std::optional<LargeSchool>> largeSchoolNamed(const std::string& name);
/// Makes the file: staff, classes, pupils who move up and leave, registrations, ratings and honours of each year.
Result<void> makeLargeSchool(const std::filesystem::path& path, const LargeSchool& wanted);

}
