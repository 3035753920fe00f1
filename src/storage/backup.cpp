// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "base/vietnamese.h"
#include "storage/data_file.h"
#include "storage/platform.h"
#include "storage/sqlite_errors.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <future>
#include <sqlite3.h>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

/// Removes the half-written copy whatever way the function is left.
struct Scrap {
    fs::path path;
    ~Scrap()
    {
        std::error_code ignored;
        fs::remove(path, ignored);
        fs::path journal = path; // SQLite leaves it when the disk fails in the middle
        journal += "-journal";
        fs::remove(journal, ignored);
    }
};

constexpr int kPagesOfAStep = 1024;
constexpr int kInstructionsOfAStep = 20'000; ///< of SQLite's own, between two looks at whether to stop

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
        SQLite::Backup pages(copy, file.database());
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

Result<void> copyFile(const fs::path& from, const fs::path& to, const fs::path& target)
{
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error == std::errc::no_space_on_device)
        return fail(ErrorCode::DiskFull, "file.disk-full", {platform::utf8(target)});
    if (error)
        return fail(ErrorCode::Io, "file.cannot-write", {platform::utf8(target)}, error.message());
    return platform::flushToDisk(to);
}

Result<void> checkFolder(const fs::path& target)
{
    std::error_code error;
    const auto folder = fs::absolute(target, error).parent_path();
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::NotFound, "file.no-folder", {platform::utf8(folder)});
    if (!platform::isWritable(folder))
        return fail(ErrorCode::ReadOnly, "file.folder-read-only", {platform::utf8(folder)});
    return {};
}

}

namespace {

/// A copy opened for reading all of it once, ending early when `progress` is stopped.
struct Examined {
    SQLite::Database database;

    Examined(const fs::path& copy, Progress* progress) : database(platform::utf8(copy), SQLite::OPEN_READONLY)
    {
        if (progress != nullptr)
            sqlite3_progress_handler(database.getHandle(), kInstructionsOfAStep, [](void* p) { return static_cast<Progress*>(p)->stopped() ? 1 : 0; }, progress);
    }
};

Result<void> checkRows(const fs::path& copy, Progress* progress, BackupInfo& info)
{
    return guarded(platform::utf8(copy), [&]() -> Result<void> {
        Examined examined(copy, progress);
        auto& database = examined.database;
        info.schemaVersion = schemaVersion(database);
        const auto check = firstText(database, "PRAGMA integrity_check(1)");
        if (check != "ok")
            return fail(ErrorCode::FileCorrupt, "backup.damaged", {platform::utf8(copy)}, check);
        if (!firstText(database, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").empty())
            return fail(ErrorCode::FileCorrupt, "backup.damaged", {platform::utf8(copy)}, "foreign keys");
        info.fileUid = firstText(database, "SELECT uid FROM file_meta");
        info.schoolName = firstText(database, "SELECT name FROM school");
        info.lastChangeAt = firstText(database, "SELECT at FROM change_op ORDER BY id DESC LIMIT 1");
        return {};
    });
}

Result<void> checkChain(const fs::path& copy, Progress* progress)
{
    return guarded(platform::utf8(copy), [&]() -> Result<void> {
        Examined examined(copy, progress);
        Reader reader(examined.database);
        if (const auto broken = firstBrokenEntry(reader))
            return fail(ErrorCode::FileCorrupt, "backup.chain-broken", {platform::utf8(copy), std::to_string(*broken)});
        return {};
    });
}

}

Result<BackupInfo> verify(const fs::path& copy, Progress* progress)
{
    TD_CHECK(checkHeader(copy));
    BackupInfo info;
    info.path = copy;
    // Two readings of one file that know nothing of each other: side by side they take as long as the longer one.
    auto chain = std::async(std::launch::async, [&] { return checkChain(copy, progress); });
    auto rows = checkRows(copy, progress, info);
    auto linked = chain.get();
    if (progress != nullptr && progress->stopped())
        return stopped();
    TD_CHECK(std::move(rows));
    TD_CHECK(std::move(linked));
    std::error_code ignored;
    info.bytes = fs::file_size(copy, ignored);
    return info;
}

Result<BackupInfo> backup(DataFile& file, const fs::path& target, Progress* progress)
{
    std::error_code error;
    if (fs::exists(target, error))
        return fail(ErrorCode::Io, "file.exists", {platform::utf8(target)});
    TD_CHECK(checkFolder(target));
    const Scrap scrap{platform::temporaryBeside(target)};
    TD_CHECK(copyPages(file, scrap.path, target, progress));
    TD_TRY(auto info, verify(scrap.path, progress));
    TD_CHECK(platform::flushToDisk(scrap.path));
    TD_CHECK(platform::moveInto(scrap.path, target));
    info.path = target;
    return info;
}

Result<fs::path> restore(const fs::path& copy, const fs::path& target, bool replace, const std::string& stamp)
{
    TD_CHECK(verify(copy));
    TD_CHECK(checkFolder(target));
    std::error_code error;
    fs::path kept;
    if (fs::exists(target, error)) {
        if (fs::equivalent(copy, target, error))
            return fail(ErrorCode::Validation, "restore.same-file", {platform::utf8(target)});
        if (!replace)
            return fail(ErrorCode::Io, "file.exists", {platform::utf8(target)});
        if (checkHeader(target)) {
            // A file that another program holds must not be taken away under it.
            TD_CHECK(DataFile::open(target, OpenMode::ReadWrite, stamp).map([](auto&&) {}));
        }
        kept = target.parent_path() / platform::pathFrom(platform::utf8(target.stem()) + "_truoc-phuc-hoi_" + stamp);
        kept += target.extension();
    }
    const Scrap scrap{platform::temporaryBeside(target)};
    TD_CHECK(copyFile(copy, scrap.path, target));
    TD_CHECK(verify(scrap.path));
    if (!kept.empty())
        TD_CHECK(platform::moveInto(target, kept));
    TD_CHECK(platform::moveInto(scrap.path, target));
    return kept;
}

Result<void> backupBeforeUpgrade(DataFile& file, int version)
{
    const auto stem = platform::utf8(file.path().stem()) + "_truoc-nang-cap_v" + std::to_string(version);
    std::error_code error;
    for (int i = 1; i < 1000; ++i) {
        const auto name = stem + (i == 1 ? std::string() : "_" + std::to_string(i)) + ".thidua";
        const auto target = file.path().parent_path() / platform::pathFrom(name);
        if (!fs::exists(target, error))
            return backup(file, target).map([](const BackupInfo&) {});
    }
    return fail(ErrorCode::Io, "file.cannot-write", {platform::utf8(file.path().parent_path())});
}

std::string backupName(const std::string& symbol, const std::string& nowUtc)
{
    std::string name = upper(fold(symbol)) + "_";
    for (const char c : nowUtc)
        if (c == 'T')
            name += '_';
        else if (c != ':' && c != 'Z')
            name += c;
    return name + ".thidua";
}

}
