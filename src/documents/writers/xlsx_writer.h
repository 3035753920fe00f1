// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "documents/document.h"

#include <filesystem>

namespace thidua::documents {

/// One sheet for each table: title lines, frozen header rows, real numbers and dates (dd/mm/yyyy), signatures below; A4 with
/// the header rows on every printed page. A document without a table fails with `output.no-table`.
Result<void> writeXlsx(const Document& document, const std::filesystem::path& path, const Progress* progress = nullptr);

}
