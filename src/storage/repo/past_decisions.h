// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/ids.h"
#include "storage/reader.h"

namespace thidua::storage::repo {

/// A decision that stands only with the honours on record.
struct PastDecision {
    std::string number;
    std::string on;        ///< ISO; empty where no honour of it has a day
    std::int64_t honours;
    std::int64_t first;    ///< one of them
};
/// By number and day; the same number of another day or issuer is another decision.
std::vector<PastDecision> pastDecisions(Reader& reader);

/// An honour in force that stands on record alone, without the program's own papers: from before, or of a body that the school submits nothing to.
struct PastAward {
    std::string honour;
    domain::SubjectRef subject;
};
std::vector<PastAward> pastAwards(Reader& reader, SchoolYear year);

}
