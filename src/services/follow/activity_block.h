// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/old_encodings.h"
#include "domain/activity.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// What a pasted block leaves unsaid.
struct BlockDefaults {
    domain::SchoolYearId year{0};
    std::optional<domain::ActivityKindId> kind;
    std::optional<Date> on;
    std::optional<domain::CampaignId> campaign;
    bool confirmed = true;
};

/// One entry that the block says, or why one cannot be made of what stands there.
struct BlockEntry {
    std::size_t line = 0;              ///< of the block, from 0
    std::string name;                  ///< as it stands
    std::string kindName;
    domain::Activity activity;
    std::optional<FieldIssue> issue;
};

struct ActivityBlock {
    std::vector<BlockEntry> entries;
    int passedOver = 0;                ///< lines without a name: titles, sums
    int wrong() const;
};

/// A block of Excel: names in one column; beside it either counts under the names of kinds (one column for each), or columns “Loại hoạt
/// động”, “Số lượng”, “Ngày”, “Kết quả”, “Nội dung”. Names are found as written; a mark makes another name (decision 026).
Result<ActivityBlock> readActivityBlock(SchoolFile& file, const std::vector<std::vector<std::string>>& lines, const BlockDefaults& defaults);

}
