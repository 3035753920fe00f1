// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/school_year.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// One honour of one school year, from registering to the award; each step in words, empty where it was not reached.
struct WayLine {
    std::string honour, honourName;
    std::string registered;    ///< “04/10/2021”, “không đăng ký”
    std::string nominated;     ///< the verdict as last kept
    std::string voted;         ///< “8/9 phiếu”
    std::string decided;       ///< number and day
    std::string result;        ///< “Được tặng”, or why it stopped there
    bool won = false;
};

struct WayYear {
    SchoolYear year{0};
    std::string facts;         ///< post and team or class, the year's grade, initiatives
    std::vector<std::string> activities{}; ///< confirmed ones, a phrase for each kind
    std::vector<WayLine> lines{}; ///< of the school, the targets of its issued plans as well: without an honour's code
};

/// Quá trình thi đua, khen thưởng of a person or collective: every school year in which the file knows something of them, newest first.
Result<std::vector<WayYear>> wayOf(SchoolFile& file, const domain::SubjectRef& subject);

}
