// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/backup.h"

/// What else the register of backups (backup.h) keeps of this machine.
namespace thidua::storage {

/// A file that was restored goes on from an earlier day: what backups had noted later no longer holds for the file at this place.
struct RestoredNote {
    std::int64_t operations = 0; ///< where its record ended then
    std::string at;              ///< UTC of the restoring
};
/// The newest of the file at this place, if it was ever restored here.
std::optional<RestoredNote> newestRestored(const std::filesystem::path& file, const std::string& fileUid);
Result<void> noteRestored(const std::filesystem::path& file, const BackupInfo& copy, const std::string& nowUtc);

}
