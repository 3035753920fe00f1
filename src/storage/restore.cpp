// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/aside.h"
#include "storage/backup.h"
#include "storage/beside.h"
#include "storage/data_file.h"
#include "storage/held_file.h"
#include "storage/recovered.h"
#include "storage/seal.h"
#include "storage/sqlite_errors.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

Result<void> copyFile(const fs::path& from, const fs::path& to, const fs::path& target)
{
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    return error ? notWritten(target, error) : Result<void>();
}

/// A write that broke off in the file to be replaced is taken back by SQLite itself, and a program that holds it is found out. A file that is
/// damaged beyond that is replaced as it is: that is what restoring is for.
Result<void> settle(const fs::path& target)
{
    if (!checkHeader(target))
        return {};
    const auto settled = guarded(platform::utf8(target), [&]() -> Result<void> {
        SQLite::Database database(platform::utf8(target), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA locking_mode = EXCLUSIVE");
        database.exec("PRAGMA journal_mode = DELETE");
        database.exec("BEGIN EXCLUSIVE; COMMIT");
        return {};
    });
    if (!settled && settled.error().code == ErrorCode::FileBusy)
        return settled;
    return {};
}

/// What stood in the place of the restored file, moved out of its way; everything goes back unless it is let go.
class KeptFile {
public:
    KeptFile(fs::path target, fs::path kept) : m_target(std::move(target)), m_kept(std::move(kept)) {}

    Result<void> keep()
    {
        std::error_code error;
        const auto journals = journalsOf(m_target);
        if (journals.empty() && fs::exists(m_target, error)) {
            // A second name for the same file: then the new one takes the first in one step, and there is a file under it at every moment.
            fs::create_hard_link(m_target, m_kept, error);
            if (!error) {
                m_linked = true;
                return {};
            }
        }
        if (fs::exists(fs::symlink_status(m_target, error)))
            TD_CHECK(move(m_target, m_kept));
        for (const auto& journal : journals) {
            auto name = m_kept;
            name += platform::pathFrom(platform::utf8(journal).substr(platform::utf8(m_target).size()));
            if (auto moved = move(journal, name); !moved)
                return takenBack(std::move(moved.error()));
        }
        return {};
    }

    /// `error` when everything is as it was; else what has become of the file.
    tl::unexpected<Error> takenBack(Error error)
    {
        std::error_code ignored;
        if (m_linked)
            fs::remove(m_kept, ignored);
        for (; !m_moved.empty(); m_moved.pop_back())
            if (const auto& [from, to] = m_moved.back(); !platform::moveNew(to, from))
                return fail(ErrorCode::Io, "restore.half", {platform::utf8(from), platform::utf8(to.filename())}, error.detail);
        return tl::unexpected<Error>(std::move(error));
    }

private:
    Result<void> move(const fs::path& from, const fs::path& to)
    {
        TD_CHECK(platform::moveNew(from, to));
        m_moved.emplace_back(from, to);
        return {};
    }
    fs::path m_target, m_kept;
    bool m_linked = false;
    std::vector<std::pair<fs::path, fs::path>> m_moved;
};

Result<void> mayBeReplaced(const fs::path& copy, const fs::path& target, bool replace)
{
    std::error_code error;
    if (!fs::exists(target, error))
        return replace ? Result<void>() : nothingBeside(target);
    TD_CHECK(regularFile(target));
    if (fs::equivalent(copy, target, error))
        return fail(ErrorCode::Validation, "restore.same-file", {platform::utf8(target)});
    if (!replace)
        return fail(ErrorCode::Io, "file.exists", {platform::utf8(target)});
    if (HeldFile::isHeldHere(target))
        return fail(ErrorCode::FileBusy, "file.busy", {platform::utf8(target)});
    return settle(target);
}

}

Result<fs::path> restore(const fs::path& copy, const fs::path& wanted, bool replace, const std::string& stamp, Progress* progress, BackupInfo* verified)
{
    TD_CHECK(usableName(wanted));
    TD_TRY(const auto source, Recovered::of(copy));
    TD_TRY(auto found, verify(copy, progress));
    const auto target = placeOf(wanted);
    TD_CHECK(checkFolder(target));
    sweepAside(target.parent_path(), target);
    TD_CHECK(mayBeReplaced(copy, target, replace));
    Aside aside(target);
    TD_CHECK(copyFile(source.path(), aside.path(), wanted));
    const auto made = [&aside, progress]() -> Result<void> {
        TD_CHECK(verify(aside.path(), progress));
        TD_TRY(const auto sealed, readSeal(aside.path())); // what is worked in is no backup any more
        return dropSeal(aside.path(), sealed);
    }();
    if (!made)
        return tl::unexpected<Error>(aside.named(made.error()));
    if (progress != nullptr && progress->stopped())
        return fail(ErrorCode::WrongState, "work.stopped");
    std::error_code error;
    const bool there = fs::exists(target, error) || !journalsOf(target).empty();
    const auto kept = there ? freeName(target, "_truoc-phuc-hoi_" + stamp) : fs::path();
    KeptFile before(target, kept);
    if (there)
        TD_CHECK(before.keep());
    if (auto placed = there ? aside.replace() : aside.place(); !placed)
        return before.takenBack(std::move(placed.error()));
    if (verified != nullptr)
        *verified = std::move(found);
    return kept;
}

}
