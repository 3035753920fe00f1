// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

/// The only file that speaks to an operating system beyond std::filesystem.
namespace thidua::storage::platform {

/// Makes a finished file survive a power cut: its bytes, and its name in the folder.
Result<void> flushToDisk(const std::filesystem::path& file);
/// Renames, replacing `to`; the two are in one folder.
Result<void> moveInto(const std::filesystem::path& from, const std::filesystem::path& to);
bool isWritable(const std::filesystem::path& file);
/// Where the program keeps what is not part of a school file (the register of backups). Created when missing.
std::filesystem::path appDataFolder();
/// A name beside `target` for writing it: `.<name>.<random>.tmp`.
std::filesystem::path temporaryBeside(const std::filesystem::path& target);

/// UTF-8 text to path and back, on Windows too.
std::filesystem::path pathFrom(const std::string& utf8);
std::string utf8(const std::filesystem::path& path);

}
