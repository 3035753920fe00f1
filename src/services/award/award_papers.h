// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"
#include "services/papers/document_service.h"

namespace thidua::services {

/// A paper that says of an award how it came about.
struct AwardPaper {
    PaperKind kind = PaperKind::Decision;
    std::int64_t row = 0;
    bool ours = true;                                       ///< kept here and printed; a decision from above is only recorded
    std::string number;                                     ///< “17/TTr-THĐT, 26/05/2022”
};

/// Of an award that was given through the program: the decision, the submission that asked for it, the minutes that this rests on.
Result<std::vector<AwardPaper>> papersOf(SchoolFile& file, domain::HonourRecordId award);

}
