// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace thidua::storage::platform {

/// Whether a disk gives a lock on a file to a second handle as well, as some shares do. In doubt, no. For a file that this program does not
/// have open yet: closing a handle drops its locks (POSIX).
bool letsInASecondHandle(const std::filesystem::path& file);

}
