// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "base/file_name.h"
#include "base/vietnamese.h"
#include "storage/aside.h"
#include "storage/beside.h"
#include "storage/check_part.h"
#include "storage/content_hash.h"
#include "storage/data_file.h"
#include "storage/one_state.h"
#include "storage/recovered.h"
#include "storage/sealed_bytes.h"
#include "storage/sqlite_errors.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <fstream>
#include <future>
#include <sqlite3.h>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesOfAStep = 1024;

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::WrongState, "work.stopped");
}

/// Errors name `target`, the file the user asked for, not the temporary one.
Result<void> copyPages(DataFile& file, const fs::path& temporary, const fs::path& target, Progress* progress)
{
    return guarded(platform::utf8(target), [&]() -> Result<void> {
        SQLite::Database copy(platform::utf8(temporary), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        // Nobody knows of the copy until it is whole and flushed: a journal of it, and waiting for the disk page by page, save nothing.
        copy.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        SQLite::Backup pages(copy, file.stored());
        while (pages.executeStep(kPagesOfAStep) == SQLITE_OK)
            if (progress != nullptr && !progress->step())
                return stopped();
        return {};
    });
}

std::string firstText(SQLite::Database& database, const char* sql)
{
    SQLite::Statement statement(database, sql);
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

}

Result<void> checkFolder(const fs::path& target)
{
    constexpr std::size_t kLongestName = 230; // of 255 bytes that disks allow, without what a file in the making adds
    if (const auto name = platform::utf8(target.filename()); name.size() > kLongestName)
        return fail(ErrorCode::Validation, "file.name-too-long", {name});
    std::error_code error;
    const auto folder = fs::absolute(target, error).parent_path();
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::NotFound, "file.no-folder", {platform::utf8(folder)});
    if (!platform::isWritable(folder))
        return fail(ErrorCode::ReadOnly, "file.folder-read-only", {platform::utf8(folder)});
    return {};
}

namespace {

/// A copy opened for reading all of it once, in one state, ending early when `progress` is stopped.
struct Examined {
    SQLite::Database database;
    OneState state;

    Examined(const fs::path& copy, Progress* progress) : database(platform::utf8(copy), SQLite::OPEN_READONLY), state(watched(database, progress)) {}

private:
    static SQLite::Database& watched(SQLite::Database& database, Progress* progress)
    {
        if (progress != nullptr)
            stopWith(database, *progress);
        return database;
    }
};

/// What is read of a copy; sentences name it as the person does.
Result<void> checkRows(const fs::path& copy, SQLite::Database& database, BackupInfo& info)
{
    return guarded(platform::utf8(copy), [&]() -> Result<void> {
        info.schemaVersion = schemaVersion(database);
        if (const int known = shippedMigrations().back().version; info.schemaVersion > known)
            return tooNew(database, known);
        const auto check = firstText(database, "PRAGMA integrity_check(1)");
        throwMachinesFault(check);
        if (check != "ok")
            return fail(ErrorCode::FileCorrupt, "backup.damaged", {platform::utf8(copy)}, check);
        if (!firstText(database, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").empty())
            return fail(ErrorCode::FileCorrupt, "backup.damaged", {platform::utf8(copy)}, "foreign keys");
        info.fileUid = firstText(database, "SELECT uid FROM file_meta");
        info.schoolName = firstText(database, "SELECT name FROM school");
        SQLite::Statement head(database, "SELECT id, hash, at FROM change_op ORDER BY id DESC LIMIT 1");
        if (head.executeStep()) {
            info.operations = head.getColumn(0).getInt64();
            info.head = head.getColumn(1).getString();
            info.lastChangeAt = head.getColumn(2).getString();
        }
        return {};
    });
}

Result<void> checkChain(const fs::path& copy, SQLite::Database& database)
{
    return guarded(platform::utf8(copy), [&]() -> Result<void> {
        Reader reader(database);
        if (const auto broken = firstBrokenEntry(reader))
            return fail(ErrorCode::FileCorrupt, "backup.chain-broken", {platform::utf8(copy), std::to_string(*broken)});
        return {};
    });
}

/// Pages, rows and record against the seal. A copy that had a journal beside it is no longer as it was sealed.
Result<void> checkSeal(const fs::path& copy, const Recovered& recovered, SQLite::Database& database, BackupInfo& info)
{
    if (recovered.isCopy() && !journalsOf(copy).empty())
        return {};
    return guarded(platform::utf8(copy), [&]() -> Result<void> {
        const auto pages = recovered.isCopy() ? RawFile::of(copy) : RawFile::of(database);
        TD_TRY(const auto reading, readSeal(pages, copy));
        if (auto problem = sealProblem(copy, database, reading))
            return tl::unexpected<Error>(std::move(*problem));
        info.rows = reading.seal.rows;
        info.named = nameTime(pages, reading);
        return {};
    });
}

}

Result<BackupInfo> verify(const fs::path& copy, Progress* progress)
{
    TD_TRY(const auto recovered, Recovered::of(copy));
    BackupInfo info;
    info.path = copy;
    auto examined = guarded(platform::utf8(copy), [&]() -> Result<void> {
        // Readings that know nothing of each other: side by side they take as long as the longest one. The first one holds the state for both.
        Examined mine(recovered.path(), progress);
        BackupInfo sealedAs;
        auto beside = std::async(std::launch::async, [&]() -> Result<void> {
            return guarded(platform::utf8(copy), [&]() -> Result<void> {
                Examined other(recovered.path(), progress);
                TD_CHECK(checkChain(copy, other.database));
                return checkSeal(copy, recovered, other.database, sealedAs);
            });
        });
        auto rows = checkRows(copy, mine.database, info);
        auto linked = beside.get();
        info.rows = sealedAs.rows;
        info.named = sealedAs.named;
        TD_CHECK(std::move(rows));
        return linked;
    });
    if (progress != nullptr && progress->stopped())
        return stopped();
    TD_CHECK(std::move(examined));
    std::error_code ignored;
    info.bytes = fs::file_size(copy, ignored);
    return info;
}

namespace {

/// Why a copy that was just made is damaged: the file itself is, and no other disk helps; or this disk does not give back what was written.
Error whoseDamage(const Error& found, DataFile& file, const fs::path& target)
{
    const auto mine = [&]() -> Result<void> {
        BackupInfo ignored;
        TD_CHECK(checkRows(file.path(), file.stored(), ignored));
        return checkChain(file.path(), file.stored());
    }();
    if (mine)
        return {ErrorCode::FileCorrupt, "backup.written-badly", {platform::utf8(target)}, {}, found.detail};
    auto error = mine.error();
    if (error.code == ErrorCode::FileCorrupt)
        error.key = error.key == "backup.chain-broken" ? "backup.file-altered" : "backup.file-damaged";
    return error;
}

}

Result<BackupInfo> backup(DataFile& file, const fs::path& target, Progress* progress)
{
    TD_CHECK(usableName(target));
    std::error_code error;
    if (fs::exists(fs::symlink_status(target, error)))
        return fail(ErrorCode::Io, "file.exists", {platform::utf8(target)});
    TD_CHECK(checkFolder(target));
    TD_CHECK(nothingBeside(target));
    sweepAside(target.parent_path(), target);
    Aside aside(target);
    auto made = guarded(platform::utf8(target), [&]() -> Result<void> {
        const OneState state(file.stored());
        TD_CHECK(copyPages(file, aside.path(), target, progress));
        if (progress != nullptr && progress->stopped())
            return stopped();
        // With the hash of the file's own rows: the copy is then verified against what it is a copy of.
        Reader reader(file.stored());
        return addSeal(aside.path(), recordHead(reader), contentHash(file.stored()));
    });
    auto info = made ? verify(aside.path(), progress) : Result<BackupInfo>(tl::unexpected<Error>(std::move(made.error())));
    if (!info) {
        const auto failure = aside.named(std::move(info.error()));
        return tl::unexpected<Error>(failure.code == ErrorCode::FileCorrupt ? whoseDamage(failure, file, target) : failure);
    }
    TD_CHECK(aside.place());
    info->path = target;
    info->of = file.path();
    return info;
}

namespace {

bool sameBytes(const fs::path& one, const fs::path& other)
{
    std::error_code error;
    if (fs::file_size(one, error) != fs::file_size(other, error) || error)
        return false;
    std::ifstream a(one, std::ios::binary), b(other, std::ios::binary);
    return std::equal(std::istreambuf_iterator<char>(a), {}, std::istreambuf_iterator<char>(b));
}

}

Result<void> backupBeforeUpgrade(DataFile& file, int version)
{
    const auto suffix = "_truoc-nang-cap_v" + std::to_string(version);
    const auto target = freeName(file.path(), suffix);
    TD_CHECK(backup(file, target));
    // A try that failed has left its copy: the same once more would only fill the disk.
    std::error_code error;
    for (fs::directory_iterator entry(target.has_parent_path() ? target.parent_path() : fs::path("."), error), end; !error && entry != end; entry.increment(error)) {
        const auto& other = entry->path();
        const bool earlier = platform::utf8(other.filename()).starts_with(platform::utf8(file.path().stem()) + suffix) && other.filename() != target.filename();
        if (earlier && entry->is_regular_file(error) && sameBytes(other, target)) {
            fs::remove(target, error);
            break;
        }
    }
    return {};
}

std::string backupName(const std::string& symbol, const std::string& moment)
{
    std::string name = upper(fold(symbol)) + "_";
    for (const char c : moment)
        if (c == 'T')
            name += '_';
        else if (c != ':' && c != 'Z')
            name += c;
    return safeFileName(name + ".thidua");
}

}
