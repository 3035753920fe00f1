// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "documents/document.h"

#include <filesystem>

namespace thidua::documents {

/// One HTML page, self-contained, UTF-8: for the clipboard and mail. Sizes follow the paper; pages are not broken.
std::string writeHtml(const Document& document);
/// The page as a file, read again whole before it has its name.
Result<void> saveHtml(const Document& document, const std::filesystem::path& path, const Progress* progress = nullptr);

}
