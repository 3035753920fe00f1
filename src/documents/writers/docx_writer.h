// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "documents/document.h"

#include <filesystem>

namespace thidua::documents {

/// A Word document with named styles (Times New Roman): each part is a section whose pages count from 1 and whose first page
/// shows no number. Equal documents give equal bytes.
Result<void> writeDocx(const Document& document, const std::filesystem::path& path, const Progress* progress = nullptr);

}
