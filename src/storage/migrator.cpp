// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"

#include "base/vietnamese.h"
#include "storage/freeze.h"
#include "storage/hash.h"
#include "storage/upgrade_judgements.h"
#include "storage/upgrade_votes.h"
#include "storage/upgraded_row.h"
#include "storage/version.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <stdexcept>

namespace thidua::storage {
namespace {

/// The third migration still drops the triggers of the first by their names; from then on they are made from the table.
constexpr int kFirstFrozenByTable = 3;
constexpr int kFirstWithUpgradedRows = 6;
constexpr const char* kHasMinReader = "SELECT 1 FROM pragma_table_info('schema_migration') WHERE name = 'min_reader'";

/// What only the program can convert, after the script and in its transaction.
decltype(Migration::step) stepOf(int version)
{
    switch (version) {
    case 3: return writeVerdictsOnce;
    case 5: return writeVotesAsNumbers;
    default: return nullptr;
    }
}

void rollBack(SQLite::Database& database)
{
    if (database.tryExec("ROLLBACK") != 0)
        return; // Nothing was open: SQLite has rolled back by itself.
}

bool has(SQLite::Database& database, const char* sql)
{
    return SQLite::Statement(database, sql).executeStep();
}

/// The sixth migration brings the column; those before it are read by whoever knows them.
void note(SQLite::Database& database, const Migration& migration, const std::string& nowUtc)
{
    SQLite::Statement row(database, "INSERT INTO schema_migration (version, name, sha256, applied_at, app_version) VALUES (?, ?, ?, ?, ?)");
    row.bind(1, migration.version);
    row.bind(2, migration.name);
    row.bind(3, checksumOf(migration));
    row.bind(4, nowUtc);
    row.bind(5, std::string(kAppVersion));
    row.exec();
    if (!has(database, kHasMinReader))
        return;
    SQLite::Statement reader(database, "UPDATE schema_migration SET min_reader = ? WHERE version = ?");
    reader.bind(1, migration.minReader);
    reader.bind(2, migration.version);
    reader.exec();
}

Result<void> applyOne(SQLite::Database& database, const Migration& migration, const std::string& nowUtc, bool last)
{
    // Foreign keys cannot be switched inside a transaction; a table that is rebuilt needs them off.
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec("BEGIN IMMEDIATE");
    try {
        database.exec("CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                      "sha256 TEXT NOT NULL, applied_at TEXT NOT NULL, app_version TEXT NOT NULL) STRICT");
        thaw(database); // What is issued is carried over as well; it freezes again at the end.
        // The whole script at once: triggers contain semicolons, so it is never split.
        database.exec(std::string(migration.sql));
        if (migration.step != nullptr)
            migration.step(database);
        SQLite::Statement broken(database, "PRAGMA foreign_key_check");
        if (broken.executeStep()) {
            broken.tryReset();
            rollBack(database);
            database.exec("PRAGMA foreign_keys = ON");
            return fail(ErrorCode::FileCorrupt, "file.upgrade-failed", {std::to_string(migration.version)}, "foreign_key_check");
        }
        note(database, migration, nowUtc);
        database.exec("PRAGMA user_version = " + std::to_string(migration.version));
        if (last && migration.version >= kFirstWithUpgradedRows) {
            Reader reader(database);
            noteUpgradedRows(reader);
        }
        database.exec("COMMIT");
    } catch (...) {
        rollBack(database);
        database.tryExec("PRAGMA foreign_keys = ON");
        throw;
    }
    database.exec("PRAGMA foreign_keys = ON");
    return {};
}

}

Result<void> freezeAgain(SQLite::Database& database)
{
    if (isFrozenAsDeclared(database))
        return {};
    database.exec("BEGIN IMMEDIATE");
    try {
        freeze(database);
        database.exec("COMMIT");
    } catch (const SQLite::Exception&) {
        rollBack(database);
        throw;
    }
    return {};
}

std::vector<Migration> shippedMigrations()
{
    std::vector<Migration> migrations;
    for (const auto& file : embeddedMigrations()) {
        const auto name = file.path.substr(file.path.rfind('/') + 1);
        const int version = std::stoi(std::string(name.substr(0, 4)));
        if (version != static_cast<int>(migrations.size()) + 1)
            throw std::logic_error("migrations are not numbered one after the other");
        migrations.push_back({version, std::string(name), file.bytes, stepOf(version), version});
    }
    return migrations;
}

std::string checksumOf(const Migration& migration)
{
    return sha256(migration.sql);
}

int minReader(SQLite::Database& database)
{
    if (!has(database, kHasMinReader))
        return schemaVersion(database);
    return database.execAndGet("SELECT coalesce(max(min_reader), 0) FROM schema_migration").getInt();
}

std::string writtenBy(SQLite::Database& database)
{
    SQLite::Statement newest(database, "SELECT app_version FROM schema_migration ORDER BY version DESC LIMIT 1");
    return newest.executeStep() ? normalised(newest.getColumn(0).getString()) : std::string();
}

tl::unexpected<Error> tooNew(SQLite::Database& database, int known)
{
    return fail(ErrorCode::FileTooNew, "file.too-new", {std::to_string(schemaVersion(database)), std::to_string(known), writtenBy(database)});
}

int schemaVersion(SQLite::Database& database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

Result<void> migrateUnfrozen(SQLite::Database& database, const std::vector<Migration>& migrations, const std::string& nowUtc)
{
    const int current = schemaVersion(database);
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (current > newest)
        return tooNew(database, newest);
    database.exec("PRAGMA page_size = " + std::to_string(kPageBytes)); // of an empty file now, of another once it is rebuilt
    for (const auto& migration : migrations)
        if (migration.version > current)
            TD_CHECK(applyOne(database, migration, nowUtc, migration.version == newest));
    return {};
}

Result<void> migrate(SQLite::Database& database, const std::vector<Migration>& migrations, const std::string& nowUtc)
{
    TD_CHECK(migrateUnfrozen(database, migrations, nowUtc));
    return schemaVersion(database) < kFirstFrozenByTable ? Result<void>() : freezeAgain(database);
}

bool isUpgradeUnfinished(SQLite::Database& database)
{
    return schemaVersion(database) >= kFirstFrozenByTable && !has(database, "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'freeze_mark_%'");
}

}
