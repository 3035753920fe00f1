// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "services/core/school_file.h"

#include <set>

namespace thidua::services {

/// What comes from the year before into a new one, in the order in which it is shown.
enum class CarryKind { Post, Class, Pupil, Campaign };

struct CarryLine {
    CarryKind kind;
    std::int64_t id;           ///< of the row of the year before; of the person for a post
    std::string name;          ///< the person, class or campaign
    std::string from;          ///< post and team, class, days
    std::string to;            ///< what it becomes
    std::string sortKey{};     ///< people by given name
};

/// What of it is left out. A class left out is not made; a pupil left out comes without a class; posts and campaigns do not come.
using CarryLeftOut = std::set<std::pair<CarryKind, std::int64_t>>;

/// What opening `year` on `firstDay` would bring from the year before it; nothing when the file has not that one. Writes nothing.
Result<std::vector<CarryLine>> carriedInto(SchoolFile& file, SchoolYear year, Date firstDay);

}
