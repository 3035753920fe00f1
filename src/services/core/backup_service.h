// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "services/core/school_file.h"

namespace thidua::services {

struct BackupResult {
    std::filesystem::path path;
    std::uintmax_t bytes = 0;
    std::string fileUid;        ///< of the school file that it is a copy of
    std::string schoolName;
    std::string lastChangeAt;   ///< UTC; empty when nothing was ever written
    bool sealed = false;                 ///< it carries the hash of its content, and fits it
    std::vector<std::string> problems{}; ///< what the check of the file finds in it, in sentences; with any of them a backup is not registered
    std::vector<std::string> notes{};    ///< verify alone: what could not be proven
    /// The copy is there and sound, but the register of backups could not be written: it will not be counted.
    std::optional<Error> notRegistered;
};

/// How far the backups are behind the file. What counts are the operations they hold, which no clock changes; times are for people.
struct BackupAge {
    bool never = true;
    std::string at;             ///< UTC of the newest backup that still exists
    std::string path;
    int days = 0;               ///< since then, by this machine's clock
    bool current = false;       ///< every operation so far is in a verified backup
    std::int64_t behind = 0;    ///< how many are not; of unknown backups, all
    bool inFuture = false;      ///< made later than now, says the clock
    bool newest = true;         ///< none that still exists was made later: of what a restoring replaced, or of another file of the school
};

/// The clock of the machine contradicts the record of changes: the newest operation was written later than now, or ten years ago.
struct ClockDoubt {
    std::string lastChangeAt; ///< UTC
    std::string now;          ///< UTC
};

/// Verified copies (architecture §7). A backup changes nothing in the file itself.
class BackupService {
public:
    /// Of a copy (file_snapshot.h) just as of the file itself. To exactly `target`, which must not exist; noted in the register of backups
    /// when the check finds nothing in it.
    static Result<BackupResult> backupTo(SchoolFile& file, const std::filesystem::path& target, Progress* progress = nullptr);
    /// Into a folder under a name made of symbol and time of this place, with a number when that is taken.
    static Result<BackupResult> backupInto(SchoolFile& file, const std::filesystem::path& folder, Progress* progress = nullptr);
    /// An error when the copy is damaged; what a check of the file finds besides stands in the result, so that this is never weaker. Likewise
    /// when it is another copy than the one that was made to this place, or under this name: what its seal and the register say.
    static Result<BackupResult> verify(const std::filesystem::path& copy, Progress* progress = nullptr);
    /// Whether it carries the seal of a backup, which is made of what was verified alone; nothing is compared.
    static bool isSealed(const std::filesystem::path& copy);
    /// A backup to be looked at: whatever would write to it is refused, with the reason.
    static Result<std::unique_ptr<SchoolFile>> look(const std::filesystem::path& copy, const Clock& clock, Session session);
    static bool isLookedAt(const SchoolFile& file);
    /// The days on which pupils' data were erased in the file after the copy was made of it: restored, the copy brings them back.
    static std::vector<std::string> erasedSince(const std::filesystem::path& copy, SchoolFile& file);
    /// The same of a file that is not open; none where it is no such file, or cannot be read now.
    static std::vector<std::string> erasedSince(const std::filesystem::path& copy, const std::filesystem::path& file, const Clock& clock);
    /// Whether what was verified is a backup of this file.
    static bool isOf(const BackupResult& backup, SchoolFile& file);
    /// The path that what was replaced is kept under, empty when nothing was there. Stopped in time, nothing was replaced; stopped too late,
    /// it is done and answers so.
    static Result<std::filesystem::path> restore(const std::filesystem::path& copy, const std::filesystem::path& target, bool replace,
                                                 const Clock& clock, Progress* progress = nullptr);
    static BackupAge age(SchoolFile& file);
    /// What backups of the file at this place know and the file does not: its record was cut, or an older copy stands in its place.
    static std::vector<std::string> lostSince(SchoolFile& file);
    static std::optional<ClockDoubt> clockDoubt(SchoolFile& file);
    /// Takes away what backups of killed programs have left in a folder.
    static void cleanUp(const std::filesystem::path& folder);
};

/// Whether the name of the open file still stands for the file that is written to; every write asks as well. Io "file.gone", "file.replaced".
Result<void> stillThere(SchoolFile& file);
/// A free name beside the file for its present state, when it is not.
std::filesystem::path rescueName(const SchoolFile& file);

}
