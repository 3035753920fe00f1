// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/people.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// Who may be considered for what by the rules of a day, told of one person by post and contract.
struct OccupationLine {
    std::string name;     ///< Nhân viên kế toán, văn thư, thư viện, thiết bị, y tế
    std::string what;
    std::string citation;
    bool certain = true;
    std::string doubt;    ///< why it is not certain
};

/// What the rules say of this kind of staff, the post first, then the contract; nothing where they say nothing.
std::vector<OccupationLine> occupationsOf(SchoolFile& file, Date on, domain::Position position, const std::string& title, std::optional<domain::Contract> contract);

}
