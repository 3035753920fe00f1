// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/search.h"

namespace thidua::services {

/// What the search box looks through, folded once: each key then only compares bytes. Made anew after a write, or for another year.
struct SearchIndex {
    struct Entry {
        std::string text, all; ///< folded: what is shown first, and with its details
        std::string initials;  ///< of the text: “nth”
        std::string sortKey;
        SearchHit hit;
    };
    int operations = 0; ///< DataFile::operationsWritten() when it was made
    domain::SchoolYearId year{0};
    std::vector<Entry> entries;
};

}
