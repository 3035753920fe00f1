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
    int minReader = version; ///< the oldest schema whose program still reads such a file: less than `version` when it only adds something
};

/// `migrations/0001_school_file.sql` … in order, as they were compiled in. A gap or a repeated number is a bug and throws.
std::vector<Migration> shippedMigrations();

int schemaVersion(SQLite::Database& database);
/// The schema that a program must know at least to read the file; the file says so itself.
int minReader(SQLite::Database& database);
/// The program that wrote the newest schema of the file.
std::string writtenBy(SQLite::Database& database);
/// What a file notes of the script that it was upgraded by.
std::string checksumOf(const Migration& migration);
/// The refusal of a file that is newer than schema `known`.
tl::unexpected<Error> tooNew(SQLite::Database& database, int known);
/// Of a file made, or rebuilt at an upgrade, by this program: with some hundred small tables and indexes, each with a page of its own, the
/// page is what an ordinary school's file is made of (docs/decisions/112-pages-of-two-kilobytes.md).
inline constexpr unsigned kPageBytes = 2048;
/// Brings the file to the newest version, each step in its own transaction; on failure the file is as it was before that step.
/// A file newer than the program is FileTooNew. Makes no backup: DataFile does, before it calls this.
Result<void> migrate(SQLite::Database& database, const std::vector<Migration>& migrations, const std::string& nowUtc);
/// The same without its last step, which an upgrade that was interrupted lacks.
Result<void> migrateUnfrozen(SQLite::Database& database, const std::vector<Migration>& migrations, const std::string& nowUtc);
/// Whether the file lacks that step: the next program that opens it for work takes it.
bool isUpgradeUnfinished(SQLite::Database& database);
/// Makes the triggers of storage/freeze.h anew when they are not those of this program.
Result<void> freezeAgain(SQLite::Database& database);

}
