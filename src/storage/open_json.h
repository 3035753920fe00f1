// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace thidua::storage {

class DataFile;

/// A school file as JSON that any program can read: every row of every table, the change record and the papers that are kept among them.
/// Bytes stand as {"hex": …}. Written beside `target` and moved into its place, whatever stands there.
Result<void> writeOpenJson(DataFile& file, const std::filesystem::path& target);
/// The file that such a JSON tells of, at `place`, where nothing may be yet: the same rows in the same tables. What is not as it was written
/// is InputFormat and names its place; `place` then holds something half made, which is the caller's to take away.
Result<void> readOpenJson(const std::filesystem::path& json, const std::filesystem::path& place, const std::string& nowUtc);

}
