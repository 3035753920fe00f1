// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"

namespace thidua::services {

/// Everything in the file, in the open (storage/open_json.h).
Result<void> exportOpen(SchoolFile& file, const std::filesystem::path& target);
/// A school file from such an export, with nothing lost; made aside and verified before it has its name. An existing file is refused.
Result<void> importOpen(const std::filesystem::path& json, const std::filesystem::path& target, const Clock& clock);

}
