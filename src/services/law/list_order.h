// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <compare>
#include <string>

namespace thidua::rules {
class Catalogue;
}

namespace thidua::storage {
class Reader;
}

namespace thidua::services {

/// Where a subject with an honour stands on every paper – nomination list, ballots, minutes, submission, award list: collectives first,
/// then from the highest honour to the lowest, the school before its teams, then by name as lists go; of one name, always in the same order.
struct ListPlace {
    bool person = false;
    int rank = 0;
    bool within = false; ///< a team, class or union within the school
    std::string name;
    domain::SubjectRef subject;
    auto operator<=>(const ListPlace&) const = default;
};

ListPlace listPlace(storage::Reader& reader, const rules::Catalogue& catalogue, const domain::SubjectRef& subject, const std::string& honour, const std::string& name);

}
