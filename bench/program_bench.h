// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace thidua::bench {

/// A command of the shell, which must succeed.
void run(const std::string& command);
/// The same later, with its output thrown away.
std::function<void()> running(std::string command);

/// The programs in `folder` as they are started by hand: the window against a bare Qt window, `thidua-cli info` against an empty call
/// of sqlite3; then the pages, memory and keys of a large school.
int measurePrograms(const std::filesystem::path& folder);

}
