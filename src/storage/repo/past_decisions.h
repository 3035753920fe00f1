// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

namespace thidua::storage::repo {

/// A decision that stands only with the honours on record.
struct PastDecision {
    std::string number;
    std::string on;        ///< ISO; empty where no honour of it has a day
    std::int64_t honours;
    std::int64_t first;    ///< one of them
};
/// By number.
std::vector<PastDecision> pastDecisions(Reader& reader);

}
