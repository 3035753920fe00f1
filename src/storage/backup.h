// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "base/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace thidua::storage {

class DataFile;

/// What a verified copy was found to hold.
struct BackupInfo {
    std::filesystem::path path;
    std::filesystem::path of; ///< of a backup just made: the file it was made of
    std::string fileUid;
    std::string schoolName;
    std::string lastChangeAt; ///< UTC of its newest operation
    std::int64_t operations = 0; ///< the number of its newest operation
    std::string head;            ///< and its hash
    std::string rows;            ///< the content hash that its seal carries; empty: it has none
    std::optional<std::string> named; ///< the time in the name it was made under, as its seal has it (sealed_bytes.h)
    int schemaVersion = 0;
    std::uintmax_t bytes = 0;
};

/// A consistent copy while the file is open: written beside `target`, sealed with the hash of all rows of the file (seal.h), verified
/// against it, flushed, then renamed into place.
/// An existing `target` is refused. Stopped: WrongState "work.stopped", and nothing stays behind.
Result<BackupInfo> backup(DataFile& file, const std::filesystem::path& target, Progress* progress = nullptr);
/// Opens a copy read-only and looks whether it is damaged: SQLite's own check, foreign keys, the chain of the change record, its seal.
/// What is wrong with the school's data is for the check of the file, which BackupService::verify adds.
Result<BackupInfo> verify(const std::filesystem::path& copy, Progress* progress = nullptr);
/// Puts a verified copy in the place of `target`, which may be damaged or cut off. When something is there already: Io "file.exists"
/// without `replace`; with it, what was there is kept beside under a name of its own, which is returned, with its journal if it has one.
/// Refused before anything moves: a copy of a newer structure, a folder, a pipe, a file that another program holds. Whatever fails later is
/// taken back; "restore.half" names where the old file lies when even that fails. Stopped before anything moved: WrongState "work.stopped".
/// `verified` gets what the copy was found to hold.
Result<std::filesystem::path> restore(const std::filesystem::path& copy, const std::filesystem::path& target, bool replace,
                                      const std::string& stamp, Progress* progress = nullptr, BackupInfo* verified = nullptr);
/// The copy that every upgrade makes first: `<name>_truoc-nang-cap_v<version>.thidua` beside the file. One that an upgrade which failed
/// has left serves again when it holds the same.
Result<void> backupBeforeUpgrade(DataFile& file, int version);
/// Whether a file of this name can be made in the folder of `target`.
Result<void> checkFolder(const std::filesystem::path& target);

/// `THMD_2022-06-01_081200.thidua` of a moment in ISO text: sorts by time, has no letters that some disks refuse.
std::string backupName(const std::string& symbol, const std::string& moment);

/// The register of verified backups of each school file, kept outside the files themselves (a backup must not change its original).
struct BackupRecord {
    std::string fileUid;
    std::string path;
    std::string at;       ///< UTC
    std::string changeAt; ///< UTC of the newest operation in it
    std::int64_t operations = 0; ///< how many operations it holds; 0: noted by an older program, which did not count
    std::string head;            ///< hash of the newest
    std::string rows;            ///< its content hash
    std::string of;                   ///< the place of the file it was made of; empty: noted by an older program
    std::vector<std::string> besides; ///< where another file of the same school lay then, which is worked in as well
};
std::vector<BackupRecord> backupRegister(const std::string& fileUid);
/// What it knows of the backups that were made to this place, of whatever file, in the order in which they were made.
std::vector<BackupRecord> backupsMadeTo(const std::filesystem::path& place);
/// Whether the copy is still the one that was noted, as far as its seal tells: one that was deleted, exchanged or worked in is not.
bool isStillThere(const BackupRecord& record);
Result<void> noteBackup(const BackupInfo& info, const std::string& nowUtc);
/// The registered backup that is still there and holds the most operations: no clock decides.
std::optional<BackupRecord> newestBackup(const std::string& fileUid);
/// For a file that cannot be opened: the newest backup of whatever file was last opened from this path.
void rememberPath(const std::filesystem::path& file, const std::string& fileUid);
std::optional<BackupRecord> newestBackupOfPath(const std::filesystem::path& file);

}
