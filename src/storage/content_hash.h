// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace SQLite {
class Database;
}

namespace thidua::storage {

/// One hash (BLAKE2b, 64 hexadecimal figures) of everything that a file says: every row of every table, and how the tables were made, on
/// whatever pages it stands.
std::string contentHash(SQLite::Database& database);
/// The same of the first `count` bytes of a file, as they lie on the disk.
Result<std::string> bytesHash(const std::filesystem::path& file, std::uintmax_t count);

}
