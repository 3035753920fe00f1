// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/import_service.h"

#include <filesystem>

namespace thidua::services {

/// The rows that a report rejects, with their columns as they were read, corrections included, and why behind them: a list of its own, to be
/// mended in a spreadsheet and imported again.
Result<void> saveRejected(SchoolFile& file, const ImportRequest& request, const ImportReport& report, const std::filesystem::path& path);

}
