// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/internal.h"
#include "services/review/posting_service.h"

namespace thidua::services {

/// As the file has it, without the names of the lines; none while nothing was posted.
std::optional<PostingRow> postingRow(Reader& reader, domain::MeetingId id);

}
