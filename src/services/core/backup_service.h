// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "services/core/school_file.h"

namespace thidua::services {

struct BackupResult {
    std::filesystem::path path;
    std::uintmax_t bytes = 0;
    std::string schoolName;
    std::string lastChangeAt;   ///< UTC; empty when nothing was ever written
};

struct BackupAge {
    bool never = true;
    std::string at;             ///< UTC of the newest backup that still exists
    std::string path;
    int days = 0;               ///< since then
    bool current = false;       ///< nothing has changed since
};

/// Verified copies (architecture §7). A backup changes nothing in the file itself.
class BackupService {
public:
    /// Of a copy (file_snapshot.h) just as of the file itself. To exactly `target`, which must not exist; noted in the register of backups.
    static Result<BackupResult> backupTo(SchoolFile& file, const std::filesystem::path& target, Progress* progress = nullptr);
    /// Into a folder under a name made of symbol and time.
    static Result<BackupResult> backupInto(SchoolFile& file, const std::filesystem::path& folder, Progress* progress = nullptr);
    static Result<BackupResult> verify(const std::filesystem::path& copy);
    /// The path that what was replaced is kept under, empty when nothing was there.
    static Result<std::filesystem::path> restore(const std::filesystem::path& copy, const std::filesystem::path& target, bool replace,
                                                 const Clock& clock);
    static BackupAge age(SchoolFile& file);
};

}
