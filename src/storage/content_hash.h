// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/one_state.h"

#include <string>

namespace thidua::storage {

/// One hash (BLAKE2b, 64 hexadecimal figures) of everything that a file says: every row of every table, and how the tables were made, on
/// whatever pages it stands.
std::string contentHash(SQLite::Database& database);
/// The same of the first `count` bytes of a file, as they lie on the disk; `name` is for the sentence when they cannot be read.
Result<std::string> bytesHash(const RawFile& file, std::uintmax_t count, const std::filesystem::path& name);

}
