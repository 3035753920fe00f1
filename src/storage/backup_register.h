// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/backup.h"

/// What else the register of backups (backup.h) keeps of this machine.
namespace thidua::storage {

/// A file that was restored goes on from an earlier day: what backups had noted later no longer holds for the file at this place.
struct RestoredNote {
    std::string path;            ///< of the file, by nameInRegister
    std::int64_t operations = 0; ///< where its record ended then
    std::string head;
    std::string at;              ///< UTC of the restoring
    std::string kept;            ///< what had stood there, under its new name; empty when nothing was kept
    std::int64_t keptOperations = 0;
    std::string keptHead;        ///< empty when its record could not be read, too
    bool operator==(const RestoredNote&) const = default;
};
/// All that were noted of this file on this machine, oldest first.
std::vector<RestoredNote> restoredNotes(const std::string& fileUid);
Result<void> noteRestored(const std::filesystem::path& file, const BackupInfo& copy, const std::filesystem::path& kept, const std::string& nowUtc);
/// What was made as a backup is worked in: no copy any more that one falls back on, while where its record ended stays known.
void noteWorkedIn(const std::filesystem::path& place);
/// All places at which it has known the file, or another state of it that can be worked in.
std::vector<std::string> placesInRegister(const std::string& fileUid);
/// How the register names a place, whichever way leads there.
std::string nameInRegister(const std::filesystem::path& path);

}
