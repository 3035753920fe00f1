// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/data_file.h"

#include "base/text_util.h"
#include "storage/backup.h"
#include "storage/platform.h"
#include "storage/sqlite_errors.h"
#include "storage/version.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <fstream>
#include <spdlog/spdlog.h>
#include <sqlite3.h>
#include <stdexcept>

namespace thidua::storage {
namespace {

void setSafety(SQLite::Database& database)
{
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_extended_result_codes(database.getHandle(), 1);
    database.exec("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF");
}

void setPragmas(SQLite::Database& database, OpenMode mode)
{
    setSafety(database);
    // 16 MB of pages, taken only as they are used: a large school judged at once would else read the same pages again and again.
    database.exec("PRAGMA cache_size = -16384");
    if (mode == OpenMode::ReadWrite) {
        database.exec("PRAGMA locking_mode = EXCLUSIVE");
        database.exec("PRAGMA journal_mode = DELETE");
        database.exec("PRAGMA synchronous = FULL");
        // The pragma alone lets a second reader in; one exclusive transaction takes the lock and keeps it.
        database.exec("BEGIN EXCLUSIVE; COMMIT");
    } else {
        // Touches the file at once, so that a program that writes it is noticed here and not in the middle of a list.
        database.execAndGet("SELECT count(*) FROM sqlite_schema");
    }
}

void rollBack(SQLite::Database& database) noexcept
{
    // SQLite takes some transactions back by itself (a full disk); then there is nothing left to do.
    if (sqlite3_get_autocommit(database.getHandle()) == 0 && database.tryExec("ROLLBACK") != SQLITE_OK)
        spdlog::error("a transaction could not be taken back: {}", database.getErrorMsg());
}

/// Upgrades leave empty pages behind. A disk without room for the copy that this makes keeps them: the file is sound all the same.
void giveBackSpace(SQLite::Database& database)
{
    if (const int answer = database.tryExec("VACUUM"); answer != SQLITE_OK)
        spdlog::warn("the file could not be made smaller: {}", answer);
}

}

Result<void> checkHeader(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, "file.not-found", {platform::utf8(path)});
    if (std::filesystem::is_directory(path, error))
        return fail(ErrorCode::FileCorrupt, "file.is-folder", {platform::utf8(path)});
    std::ifstream stream(path, std::ios::binary);
    std::array<char, 100> header{};
    stream.read(header.data(), header.size());
    if (!stream && stream.gcount() == 0 && std::filesystem::file_size(path, error) > 0)
        return fail(ErrorCode::ReadOnly, "file.cannot-open", {platform::utf8(path)});
    const std::string_view magic("SQLite format 3\0", 16);
    const bool isSqlite = stream.gcount() == 100 && std::string_view(header.data(), 16) == magic;
    std::int32_t id = 0;
    for (std::size_t i = 68; i < 72; ++i)
        id = (id << 8) | static_cast<unsigned char>(header[i]);
    if (!isSqlite || id != kApplicationId)
        return fail(ErrorCode::FileCorrupt, "file.not-ours", {platform::utf8(path)});
    return {};
}

DataFile::DataFile(std::filesystem::path path, OpenMode mode) : m_path(std::move(path)), m_mode(mode) {}

DataFile::~DataFile()
{
    m_reader.reset(); // Statements go before their connection.
}

Result<void> DataFile::connect(bool create, const char* vfs)
{
    return guarded(platform::utf8(m_path), [&]() -> Result<void> {
        const int flags = m_mode == OpenMode::ReadOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | (create ? SQLite::OPEN_CREATE : 0);
        m_database = std::make_unique<SQLite::Database>(platform::utf8(m_path), flags, 0, vfs == nullptr ? "" : vfs);
        setPragmas(*m_database, m_mode);
        m_reader = std::make_unique<Reader>(*m_database);
        return {};
    });
}

Result<std::unique_ptr<DataFile>> DataFile::create(const std::filesystem::path& path, const std::string& nowUtc)
{
    std::error_code error;
    if (std::filesystem::exists(path, error))
        return fail(ErrorCode::Io, "file.exists", {platform::utf8(path)});
    if (path.has_parent_path() && !std::filesystem::is_directory(path.parent_path(), error))
        return fail(ErrorCode::NotFound, "file.no-folder", {platform::utf8(path.parent_path())});
    std::unique_ptr<DataFile> file(new DataFile(path, OpenMode::ReadWrite));
    auto made = file->connect(true, nullptr);
    if (made)
        made = guarded(platform::utf8(path), [&]() -> Result<void> {
            auto& database = *file->m_database;
            database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
            TD_CHECK(migrate(database, shippedMigrations(), nowUtc));
            giveBackSpace(database);
            file->m_reader->execute("INSERT INTO file_meta (id, uid, created_at, app_version) VALUES (1, ?, ?, ?)",
                                    {newUid(), nowUtc, std::string(kAppVersion)});
            return {};
        });
    if (!made) {
        file.reset();
        std::filesystem::remove(path, error); // Nothing half-made stays behind.
        return tl::unexpected<Error>(std::move(made.error()));
    }
    return file;
}

Result<std::unique_ptr<DataFile>> DataFile::open(const std::filesystem::path& path, OpenMode mode, const std::string& nowUtc, const char* vfs)
{
    TD_CHECK(checkHeader(path));
    if (mode == OpenMode::ReadWrite && !platform::isWritable(path))
        return fail(ErrorCode::ReadOnly, "file.read-only", {platform::utf8(path)});
    std::unique_ptr<DataFile> file(new DataFile(path, mode));
    TD_CHECK(file->connect(false, vfs));
    TD_CHECK(guarded(platform::utf8(path), [&]() -> Result<void> {
        const auto migrations = shippedMigrations();
        const int version = schemaVersion(*file->m_database);
        if (version == migrations.back().version)
            return mode == OpenMode::ReadWrite ? freezeAgain(*file->m_database) : Result<void>();
        if (version < migrations.back().version) {
            if (mode == OpenMode::ReadOnly)
                return fail(ErrorCode::FileTooOld, "file.needs-upgrade", {platform::utf8(path)});
            TD_CHECK(backupBeforeUpgrade(*file, version));
            spdlog::info("upgrading from schema {} to {}", version, migrations.back().version);
        }
        TD_CHECK(migrate(*file->m_database, migrations, nowUtc));
        giveBackSpace(*file->m_database);
        return {};
    }));
    return file;
}

std::unique_ptr<DataFile> DataFile::inMemory(const std::filesystem::path& path, std::unique_ptr<SQLite::Database> copy)
{
    std::unique_ptr<DataFile> file(new DataFile(path, OpenMode::ReadWrite));
    setSafety(*copy);
    file->m_database = std::move(copy);
    file->m_reader = std::make_unique<Reader>(*file->m_database);
    return file;
}

std::string DataFile::uid()
{
    std::string uid;
    m_reader->each("SELECT uid FROM file_meta WHERE id = 1", {}, [&uid](const Values& row) { uid = std::get<std::string>(row[0]); });
    return uid;
}

namespace {

/// A transaction that is taken back on every way out but commit(): by return, by exception, by a failing COMMIT.
class Writing {
public:
    Writing(SQLite::Database& database, bool& flag) : m_database(database), m_flag(flag)
    {
        m_database.exec("BEGIN IMMEDIATE");
        m_flag = true;
    }
    ~Writing()
    {
        rollBack(m_database);
        m_flag = false;
    }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    void commit() { m_database.exec("COMMIT"); }

private:
    SQLite::Database& m_database;
    bool& m_flag;
};

}

Result<domain::ChangeSet> DataFile::write(const WriteContext& context, const std::function<Result<void>(Tx&)>& body)
{
    if (m_writing)
        throw std::logic_error("a write inside a write"); // The outer one takes it as its own failure.
    if (m_mode == OpenMode::ReadOnly)
        return fail(ErrorCode::ReadOnly, "file.read-only", {platform::utf8(m_path)});
    domain::ChangeSet changes;
    changes.op = context.op;
    auto done = guarded(platform::utf8(m_path), [&]() -> Result<void> {
        Writing writing(*m_database, m_writing);
        Tx tx(*m_database, allowedInClosedYear(*m_reader, context));
        TD_CHECK(body(tx));
        if (tx.recorded().empty())
            return {};
        auto recorded = recordChanges(tx, context);
        writing.commit();
        ++m_operations;
        changes = std::move(recorded);
        return {};
    });
    if (!done) {
        spdlog::warn("operation {} failed: {} {}", domain::toCode(context.op), done.error().key, done.error().detail);
        return tl::unexpected<Error>(std::move(done.error()));
    }
    return changes;
}

Result<void> DataFile::complete(const std::function<Result<void>(Reader&)>& body)
{
    return guarded(platform::utf8(m_path), [&]() -> Result<void> {
        Writing writing(*m_database, m_writing);
        TD_CHECK(body(*m_reader));
        writing.commit();
        return {};
    });
}

Result<void> DataFile::rehearse(const std::function<Result<void>(Tx&)>& body)
{
    if (m_writing)
        throw std::logic_error("a rehearsal inside a write");
    if (m_mode == OpenMode::ReadOnly)
        return fail(ErrorCode::ReadOnly, "file.read-only", {platform::utf8(m_path)});
    return guarded(platform::utf8(m_path), [&]() -> Result<void> {
        const Writing writing(*m_database, m_writing);
        Tx tx(*m_database);
        return body(tx);
    });
}

}
