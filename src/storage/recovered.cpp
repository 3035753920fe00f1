// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/recovered.h"

#include "base/text_util.h"
#include "storage/beside.h"
#include "storage/data_file.h"
#include "storage/sqlite_errors.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolderName = "thidua-khoi-phuc-";
constexpr int kTries = 3;

/// What tells whether a file has been written meanwhile.
struct Stamp {
    std::uintmax_t size = 0;
    fs::file_time_type at;
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

std::vector<std::pair<fs::path, Stamp>> stampsOf(const fs::path& file)
{
    std::error_code error;
    std::vector<std::pair<fs::path, Stamp>> stamps{{file, {fs::file_size(file, error), fs::last_write_time(file, error)}}};
    for (const auto& journal : journalsOf(file))
        if (!journal.native().ends_with(fs::path("-shm").native())) // made anew from the WAL
            stamps.push_back({journal, {fs::file_size(journal, error), fs::last_write_time(journal, error)}});
    return stamps;
}

/// A journal of a program that is writing at this moment is none to recover from.
bool isBusy(const fs::path& file)
{
    const auto answer = guarded({}, [&]() -> Result<void> {
        SQLite::Database database(platform::utf8(file), SQLite::OPEN_READONLY);
        database.execAndGet("SELECT count(*) FROM sqlite_schema");
        return {};
    });
    return !answer && answer.error().code == ErrorCode::FileBusy;
}

}

struct Recovered::Folder {
    fs::path path = fs::temp_directory_path() / (kFolderName + newUid().substr(0, 8));
    std::unique_ptr<platform::Claim> claim;

    Folder()
    {
        fs::create_directory(path);
        fs::permissions(path, fs::perms::owner_all);
        claim = std::make_unique<platform::Claim>(path / "claim");
    }
    ~Folder()
    {
        claim.reset();
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// What killed programs have left.
    static void sweep()
    {
        std::error_code error;
        for (fs::directory_iterator entry(fs::temp_directory_path(error), error), end; !error && entry != end; entry.increment(error)) {
            std::error_code ignored;
            if (platform::utf8(entry->path().filename()).starts_with(kFolderName) && !platform::Claim::isHeld(entry->path() / "claim"))
                fs::remove_all(entry->path(), ignored);
        }
    }
};

Recovered::Recovered(fs::path file) : m_path(std::move(file)) {}

Recovered::Recovered(Recovered&&) noexcept = default;

Recovered& Recovered::operator=(Recovered&&) noexcept = default;

Recovered::~Recovered() = default;

Result<Recovered> Recovered::of(const fs::path& file)
{
    TD_CHECK(checkHeader(file));
    std::error_code error;
    const auto real = placeOf(file);
    const auto whole = fs::absolute(real, error);
    Recovered recovered(error ? real : whole);
    if (!needsRecovery(real))
        return recovered;
    // Looking alone would make files beside one in WAL mode.
    if (!isInWalMode(real) && isBusy(recovered.path()))
        return fail(ErrorCode::FileBusy, "file.busy", {platform::utf8(file)});
    TD_CHECK(recovered.copyFrom(real));
    return recovered;
}

Result<void> Recovered::copyFrom(const fs::path& file)
{
    Folder::sweep();
    for (int tries = 0; tries < kTries; ++tries) {
        const auto before = stampsOf(file);
        auto copied = guarded(platform::utf8(file), [&]() -> Result<void> {
            try {
                m_folder = std::make_unique<Folder>();
                for (const auto& [from, stamp] : before) {
                    const auto to = m_folder->path / from.filename();
                    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
                    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write); // the copy of what may only be read
                }
            } catch (const fs::filesystem_error& error) {
                std::error_code none;
                const auto place = fs::temp_directory_path(none);
                if (none)
                    return fail(ErrorCode::Io, "file.no-temporary-folder", {platform::utf8(file)}, error.what());
                return fail(error.code() == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Io, "file.no-room-to-recover",
                            {platform::utf8(file), platform::utf8(place)}, error.what());
            }
            return {};
        });
        TD_CHECK(std::move(copied));
        if (stampsOf(file) != before)
            continue;
        m_path = m_folder->path / file.filename();
        return guarded(platform::utf8(file), [&]() -> Result<void> {
            SQLite::Database database(platform::utf8(m_path), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA locking_mode = EXCLUSIVE");
            database.exec("PRAGMA journal_mode = DELETE");
            database.execAndGet("SELECT count(*) FROM sqlite_schema");
            return {};
        });
    }
    return fail(ErrorCode::FileBusy, "file.busy", {platform::utf8(file)});
}

}
