// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/embedded_file.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace thidua {

/// The SQL files of migrations/, made by thidua_embed.
std::span<const EmbeddedFile> embeddedMigrations();

}

namespace thidua::storage {

struct Migration {
    int version;
    std::string name;
    std::string_view sql;
    void (*step)(SQLite::Database&) = nullptr; ///< what only the program can convert: right after the script, in its transaction
};

/// `migrations/0001_school_file.sql` … in order, as they were compiled in. A gap or a repeated number is a bug and throws.
std::vector<Migration> shippedMigrations();

int schemaVersion(SQLite::Database& database);
/// Brings the file to the newest version, each step in its own transaction; on failure the file is as it was before that step.
/// A file newer than the program is FileTooNew. Makes no backup: DataFile does, before it calls this.
Result<void> migrate(SQLite::Database& database, const std::vector<Migration>& migrations, const std::string& nowUtc);
/// Makes the triggers of storage/freeze.h anew when they are not those of this program.
Result<void> freezeAgain(SQLite::Database& database);

}
