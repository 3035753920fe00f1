// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/ground.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

/// Quá trình khen thưởng: one honour ever received. History from before the program may lack its decision number.
struct HonourRecord {
    SubjectRef subject;
    std::string honour;
    Ground ground = Ground::AnnualMerit;
    SchoolYear year{0};
    std::string decisionNumber;
    std::optional<Date> decidedOn;
    std::string issuer;
    std::optional<DecisionId> decision; ///< when it was given through the program
    std::string note;
    friend bool operator==(const HonourRecord&, const HonourRecord&) = default;
};

}
