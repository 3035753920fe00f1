// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/data_file.h"

#include "base/text_util.h"
#include "storage/aside.h"
#include "storage/backup.h"
#include "storage/beside.h"
#include "storage/freeze.h"
#include "storage/held_file.h"
#include "storage/lock_trial.h"
#include "storage/recovered.h"
#include "storage/schema_check.h"
#include "storage/sqlite_errors.h"
#include "storage/upgraded_row.h"
#include "storage/version.h"
#include "storage/writing.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <chrono>
#include <fstream>
#include <spdlog/spdlog.h>
#include <sqlite3.h>
#include <stdexcept>
#include <thread>

namespace thidua::storage {
namespace {

void setSafety(SQLite::Database& database)
{
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_extended_result_codes(database.getHandle(), 1);
    // What SQLite sorts and keeps aside stays in memory: no folder for temporary files can be full, and nobody's data lie there.
    database.exec("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY");
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

/// All pages of `from`, in memory.
std::unique_ptr<SQLite::Database> copyInMemory(SQLite::Database& from)
{
    auto copy = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (const int answer = SQLite::Backup(*copy, from).executeStep(); answer != SQLITE_DONE)
        throw SQLite::Exception("the file could not be read whole", answer);
    return copy;
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
    TD_CHECK(regularFile(path));
    if (HeldFile::isHeldHere(path))
        return fail(ErrorCode::FileBusy, "file.busy", {platform::utf8(path)});
    std::error_code error;
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
    m_held.reset();
    m_reader.reset(); // Statements go before their connection.
}

/// `place` is what SQLite opens; sentences name the path that was asked for.
Result<void> DataFile::connect(const std::filesystem::path& place, bool create, const char* vfs)
{
    return guarded(platform::utf8(m_path), [&]() -> Result<void> {
        // A connection belongs to one thread at a time: without SQLite's own locks reading takes a third less.
        const int flags = SQLite::OPEN_NOMUTEX | (m_mode == OpenMode::ReadOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | (create ? SQLite::OPEN_CREATE : 0));
        m_database = std::make_unique<SQLite::Database>(platform::utf8(place), flags, 0, vfs == nullptr ? "" : vfs);
        setPragmas(*m_database, m_mode);
        m_reader = std::make_unique<Reader>(*m_database);
        return {};
    });
}

namespace {

/// Whole, so that no name means anything to SQLite and the folder of the program may change.
std::filesystem::path wholePath(const std::filesystem::path& path)
{
    std::error_code error;
    auto whole = std::filesystem::absolute(path, error);
    return error ? path : whole;
}

/// A newer file that only adds something may be looked at; it is never written.
Result<void> refuseNewer(SQLite::Database& database, OpenMode mode)
{
    const int newest = shippedMigrations().back().version;
    if (schemaVersion(database) <= newest || (mode == OpenMode::ReadOnly && minReader(database) <= newest))
        return {};
    return tooNew(database, newest);
}

/// What is foreign in an older file would act while it is upgraded, in memory, too.
Result<void> refuseForeignOld(SQLite::Database& database, const std::filesystem::path& path)
{
    auto foreign = foreignSchema(database, platform::utf8(path));
    if (!foreign)
        return {};
    foreign->key = "file.schema-foreign-old";
    return tl::unexpected<Error>(std::move(*foreign));
}

/// What a killed program left of a school that it was founding has no row about itself.
Result<void> refuseHalfMade(SQLite::Database& database, const std::filesystem::path& path)
{
    if (schemaVersion(database) > 0 && database.tableExists("file_meta") && database.execAndGet("SELECT count(*) FROM file_meta").getInt() == 1)
        return {};
    return fail(ErrorCode::FileCorrupt, "file.half-made", {platform::utf8(path)});
}

}

Result<std::unique_ptr<DataFile>> DataFile::create(const std::filesystem::path& path, const std::string& nowUtc)
{
    TD_CHECK(usableName(path));
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        return fail(ErrorCode::Io, "file.exists", {platform::utf8(path)});
    if (path.has_parent_path() && !std::filesystem::is_directory(path.parent_path(), error))
        return fail(ErrorCode::NotFound, "file.no-folder", {platform::utf8(path.parent_path())});
    TD_CHECK(nothingBeside(path));
    std::unique_ptr<DataFile> file(new DataFile(path, OpenMode::ReadWrite));
    const auto place = wholePath(path);
    auto made = file->connect(place, true, nullptr);
    if (made)
        made = guarded(platform::utf8(path), [&]() -> Result<void> {
            auto& database = *file->m_database;
            database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
            TD_CHECK(migrate(database, shippedMigrations(), nowUtc));
            giveBackSpace(database);
            file->m_reader->execute("INSERT INTO file_meta (id, uid, created_at, app_version) VALUES (1, ?, ?, ?)",
                                    {newUid(), nowUtc, std::string(kAppVersion)});
            file->hold(place);
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
    auto file = mode == OpenMode::ReadOnly ? openToRead(path, nowUtc) : openToWrite(path, nowUtc, vfs);
    if (!file)
        return tl::unexpected<Error>(withJournal(std::move(file.error()), path));
    return file;
}

Result<std::unique_ptr<DataFile>> DataFile::openToRead(const std::filesystem::path& path, const std::string& nowUtc)
{
    TD_TRY(const auto recovered, Recovered::of(path));
    std::unique_ptr<DataFile> file(new DataFile(path, OpenMode::ReadOnly));
    TD_CHECK(file->connect(recovered.path(), false, nullptr));
    TD_CHECK(guarded(platform::utf8(path), [&]() -> Result<void> {
        file->m_storedVersion = schemaVersion(*file->m_database);
        TD_CHECK(refuseNewer(*file->m_database, OpenMode::ReadOnly));
        TD_CHECK(refuseHalfMade(*file->m_database, path));
        const auto migrations = shippedMigrations();
        if (recovered.isCopy()) // its folder goes at the end
            file->useCopyInMemory();
        if (file->m_storedVersion >= migrations.back().version)
            return {};
        TD_CHECK(refuseForeignOld(*file->m_database, path));
        auto stored = std::move(file->m_database);
        file->m_database = copyInMemory(*stored);
        file->m_stored = std::move(stored);
        setSafety(*file->m_database);
        file->m_reader = std::make_unique<Reader>(*file->m_database);
        return migrate(*file->m_database, migrations, nowUtc);
    }));
    return file;
}

namespace {

constexpr auto kPause = std::chrono::milliseconds(50);
constexpr int kPauses = 60;

/// Whether who has the file only looks at it, as a backup at night does: that is over soon.
bool isOnlyLookedAt(const std::filesystem::path& place)
{
    try {
        SQLite::Database database(platform::utf8(place), SQLite::OPEN_READONLY);
        database.execAndGet("SELECT count(*) FROM sqlite_schema");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

/// Whether a second handle on a file that is held is kept out of it. On some shares it is not; two people would write at once.
bool isKeptForOne(const std::filesystem::path& place, const char* vfs)
{
    try {
        SQLite::Database other(platform::utf8(place), SQLite::OPEN_READONLY, 0, vfs == nullptr ? "" : vfs);
        other.execAndGet("SELECT count(*) FROM sqlite_schema");
        return false;
    } catch (const SQLite::Exception&) {
        return true;
    }
}

/// Takes a file for this program by `connect`, taken back by `giveUp`. Who holds it is told of at once, who only looks at it is waited for.
/// ReadOnly "file.locks-not-kept" when its disk does not keep others out.
Result<void> take(const std::filesystem::path& path, const std::filesystem::path& place, const char* vfs, const std::function<Result<void>()>& connect,
                  const std::function<void()>& giveUp)
{
    const auto refused = fail(ErrorCode::ReadOnly, "file.locks-not-kept", {platform::utf8(path)});
    if (platform::letsInASecondHandle(place))
        return refused;
    for (int i = 0;; ++i) {
        auto taken = connect();
        if (taken)
            break;
        giveUp(); // with the lock that a failed try may have got half-way to
        if (taken.error().code != ErrorCode::FileBusy || i == kPauses || !isOnlyLookedAt(place))
            return taken;
        std::this_thread::sleep_for(kPause);
    }
    if (isKeptForOne(place, vfs))
        return {};
    giveUp();
    return refused;
}

}

Result<std::unique_ptr<DataFile>> DataFile::openToWrite(const std::filesystem::path& path, const std::string& nowUtc, const char* vfs)
{
    if (!platform::isWritable(path))
        return fail(ErrorCode::ReadOnly, "file.read-only", {platform::utf8(path)});
    const auto place = wholePath(path);
    sweepAside(place.parent_path());
    TD_TRY(const auto sealed, readSeal(place)); // before SQLite has locks that another handle would give up
    std::unique_ptr<DataFile> file(new DataFile(path, OpenMode::ReadWrite));
    file->m_seal = sealed;
    const auto lookAlone = [&](Error reason) -> Result<std::unique_ptr<DataFile>> {
        file.reset();
        TD_TRY(auto looking, openToRead(path, nowUtc));
        looking->m_readOnlyReason = std::move(reason);
        return looking;
    };
    auto taken = take(path, place, vfs, [&] { return file->connect(place, false, vfs); }, [&] {
        file->m_reader.reset(); // statements go before their connection
        file->m_database.reset();
    });
    if (!taken && taken.error().key == "file.locks-not-kept")
        return lookAlone(std::move(taken.error()));
    TD_CHECK(std::move(taken));
    std::optional<Error> foreign;
    TD_CHECK(guarded(platform::utf8(path), [&]() -> Result<void> {
        auto& database = *file->m_database;
        const auto migrations = shippedMigrations();
        const int version = file->m_storedVersion = schemaVersion(database);
        TD_CHECK(refuseNewer(database, OpenMode::ReadWrite));
        TD_CHECK(refuseHalfMade(database, path));
        if (version < migrations.back().version)
            TD_CHECK(refuseForeignOld(database, path));
        else if ((foreign = foreignSchema(database, platform::utf8(path))))
            return {};
        if (version == migrations.back().version && isFrozenAsDeclared(database))
            return {};
        if (version < migrations.back().version)
            TD_CHECK(backupBeforeUpgrade(*file, version));
        TD_CHECK(file->breakSeal());
        if (version == migrations.back().version)
            return freezeAgain(database);
        spdlog::info("upgrading from schema {} to {}", version, migrations.back().version);
        TD_CHECK(migrate(database, migrations, nowUtc));
        giveBackSpace(database);
        file->m_storedVersion = migrations.back().version;
        return {};
    }));
    if (foreign)
        return lookAlone(std::move(*foreign));
    TD_CHECK(guarded(platform::utf8(path), [&]() -> Result<void> {
        file->hold(place);
        return {};
    }));
    return file;
}

/// From now on what is read is a copy of all of it; the connection to the file goes.
void DataFile::useCopyInMemory()
{
    m_reader.reset();
    m_database = copyInMemory(*m_database);
    setSafety(*m_database);
    m_reader = std::make_unique<Reader>(*m_database);
}

void DataFile::hold(const std::filesystem::path& place)
{
    m_storedVersion = schemaVersion(*m_database);
    m_held = std::make_unique<HeldFile>(place, *m_database);
}

Result<void> DataFile::breakSeal()
{
    if (m_seal.state != SealReading::State::Whole)
        return {};
    TD_CHECK(dropSeal(m_path, m_seal));
    m_seal = {};
    return {};
}

Result<void> DataFile::ceaseToBeBackup()
{
    TD_CHECK(breakSeal());
    if (m_held)
        m_held->note();
    return {};
}

tl::unexpected<Error> DataFile::readOnlyError() const
{
    return m_readOnlyReason ? tl::unexpected<Error>(*m_readOnlyReason) : fail(ErrorCode::ReadOnly, "file.read-only", {platform::utf8(m_path)});
}

Result<void> DataFile::stillThere()
{
    return m_held ? m_held->stillThere() : Result<void>();
}

std::unique_ptr<DataFile> DataFile::inMemory(const std::filesystem::path& path, std::unique_ptr<SQLite::Database> copy)
{
    std::unique_ptr<DataFile> file(new DataFile(path, OpenMode::ReadWrite));
    setSafety(*copy);
    file->m_database = std::move(copy);
    file->m_reader = std::make_unique<Reader>(*file->m_database);
    file->m_storedVersion = schemaVersion(*file->m_database);
    return file;
}

std::string DataFile::uid()
{
    std::string uid;
    m_reader->each("SELECT uid FROM file_meta WHERE id = 1", {}, [&uid](const Values& row) {
        if (const auto* text = std::get_if<std::string>(&row[0]))
            uid = *text;
    });
    return uid;
}

Result<domain::ChangeSet> DataFile::write(const WriteContext& context, const std::function<Result<void>(Tx&)>& body)
{
    if (m_writing)
        throw std::logic_error("a write inside a write"); // The outer one takes it as its own failure.
    if (m_mode == OpenMode::ReadOnly)
        return readOnlyError();
    TD_CHECK(stillThere());
    domain::ChangeSet changes;
    changes.op = context.op;
    auto done = guarded(platform::utf8(m_path), [&]() -> Result<void> {
        Writing writing(*m_database, m_writing);
        Tx tx(*m_database, allowedInClosedYear(*m_reader, context));
        TD_CHECK(body(tx));
        if (tx.recorded().empty())
            return {};
        TD_CHECK(breakSeal());
        auto recorded = recordChanges(tx, context);
        writing.commitOperation(*m_reader);
        if (m_held)
            m_held->note();
        ++m_operations;
        changes = std::move(recorded);
        return {};
    });
    if (!done) {
        if (m_held)
            m_held->note(); // rows written and taken back
        spdlog::warn("operation {} failed: {} {}", domain::toCode(context.op), done.error().key, done.error().detail);
        return tl::unexpected<Error>(std::move(done.error()));
    }
    return changes;
}

Result<void> DataFile::complete(const std::function<Result<void>(Reader&)>& body)
{
    return guarded(platform::utf8(m_path), [&]() -> Result<void> {
        Writing writing(*m_database, m_writing);
        const auto before = m_database->getTotalChanges();
        TD_CHECK(body(*m_reader));
        if (m_database->getTotalChanges() != before)
            noteUpgradedRows(*m_reader);
        TD_CHECK(breakSeal());
        writing.commit();
        if (m_held)
            m_held->note();
        return {};
    });
}

Result<void> DataFile::rehearse(const std::function<Result<void>(Tx&)>& body)
{
    if (m_writing)
        throw std::logic_error("a rehearsal inside a write");
    if (m_mode == OpenMode::ReadOnly)
        return readOnlyError();
    auto done = guarded(platform::utf8(m_path), [&]() -> Result<void> {
        const Writing writing(*m_database, m_writing);
        Tx tx(*m_database);
        return body(tx);
    });
    if (m_held)
        m_held->note();
    return done;
}

}
