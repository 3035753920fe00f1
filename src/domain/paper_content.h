// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <string>
#include <vector>

namespace thidua::domain {

/// What an issued paper said, whole: written once when it is issued, never changed. The text is packed; storage/repo/paper_repo.h keeps
/// and reads it.
struct PaperContent {
    std::string hash;
    std::string paper;                 ///< code of the kind of paper
    RowId row{0};                      ///< of the plan, decision, submission, meeting or handed-in list
    std::vector<std::byte> document;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("hash", r.hash);
        v("paper", r.paper);
        v("row_id", r.row);
        v("document", r.document);
    }

    friend bool operator==(const PaperContent&, const PaperContent&) = default;
};

}
