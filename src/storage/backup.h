// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace thidua::storage {

class DataFile;

/// What a verified copy was found to hold.
struct BackupInfo {
    std::filesystem::path path;
    std::string fileUid;
    std::string schoolName;
    std::string lastChangeAt; ///< UTC of its newest operation
    int schemaVersion = 0;
    std::uintmax_t bytes = 0;
};

/// A consistent copy while the file is open: written beside `target`, verified, flushed, then renamed into place.
/// An existing `target` is refused. Stopped: WrongState "work.stopped", and nothing stays behind.
Result<BackupInfo> backup(DataFile& file, const std::filesystem::path& target, Progress* progress = nullptr);
/// Opens a copy read-only and looks at all of it: SQLite's own check, foreign keys, the chain of the change record.
Result<BackupInfo> verify(const std::filesystem::path& copy, Progress* progress = nullptr);
/// Puts a verified copy in the place of `target`. When something is there already: Io "file.exists" without `replace`; with it,
/// what was there is kept beside under a name that says so, which is returned.
Result<std::filesystem::path> restore(const std::filesystem::path& copy, const std::filesystem::path& target, bool replace,
                                      const std::string& stamp);
/// The copy that every upgrade makes first: `<name>_truoc-nang-cap_v<version>.thidua` beside the file.
Result<void> backupBeforeUpgrade(DataFile& file, int version);

/// `THMD_2022-06-01_081200.thidua`: sorts by time, has no letters that some disks refuse.
std::string backupName(const std::string& symbol, const std::string& nowUtc);

/// The register of verified backups of each school file, kept outside the files themselves (a backup must not change its original).
struct BackupRecord {
    std::string fileUid;
    std::string path;
    std::string at;       ///< UTC
    std::string changeAt; ///< UTC of the newest operation in it
};
std::vector<BackupRecord> backupRegister(const std::string& fileUid);
Result<void> noteBackup(const BackupInfo& info, const std::string& nowUtc);
/// The newest registered backup that still exists on disk.
std::optional<BackupRecord> newestBackup(const std::string& fileUid);
/// For a file that cannot be opened: the newest backup of whatever file was last opened from this path.
void rememberPath(const std::filesystem::path& file, const std::string& fileUid);
std::optional<BackupRecord> newestBackupOfPath(const std::filesystem::path& file);

}
