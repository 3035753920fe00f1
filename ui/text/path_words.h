// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace thidua::ui {

/// Where a dialog or a setting names a file, and back. Nothing about the name is changed: a name with two spaces, or with letters put
/// together from parts, is another file than the tidied one.
std::filesystem::path toPath(const QString& text);
QString fromPath(const std::filesystem::path& path);
/// As people of this system write it, with its own signs between folders.
QString shownPath(const std::filesystem::path& path);

}
