// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// Somebody, or a collective, as lists to choose from name them.
struct ListedSubject {
    domain::SubjectRef subject;
    std::string name;        ///< told apart
    std::string unit;        ///< the person's team; empty without one, and for collectives
    bool wholeSchool = false;
    bool hasLeft = false;    ///< before the year's end
};

/// The pupils of a school year by given name, with their class as the unit.
Result<std::vector<ListedSubject>> pupilsOf(SchoolFile& file, domain::SchoolYearId year);
/// Whoever has a post in the school year, also who has left in it, team by team; then the active collectives.
Result<std::vector<ListedSubject>> subjectsOf(SchoolFile& file, domain::SchoolYearId year);

}
