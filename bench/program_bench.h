// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace thidua::bench {

/// The programs in `folder` as they are started by hand: the window against a bare Qt window, `thidua-cli info` against an empty call
/// of sqlite3; then the pages, memory and keys of a large school.
int measurePrograms(const std::filesystem::path& folder);

}
