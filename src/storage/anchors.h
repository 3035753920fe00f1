// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/check.h"
#include "storage/seal.h"

namespace thidua::storage {

/// What the register knows of a backup that holds an anchor.
struct AnchorNote {
    std::string of;                   ///< the place of the file it was made of; empty when that is not known
    std::string at;                   ///< when: what it holds may have been written long before, and elsewhere
    std::vector<std::string> besides; ///< where other files of the school lay then that are worked in
};

/// Where a record ended when somebody outside the file took note of it.
struct Anchor {
    std::string source; ///< the backup
    RecordHead head;
    std::vector<AnchorNote> noted; ///< by the register; of a copy that was only found, none
};

/// What the anchors say of a file's record, and what they cannot say.
struct AnchorReport {
    std::vector<FileProblem> problems;
    std::vector<FileProblem> notes;
    int known = 0;
    int fitting = 0;
    std::int64_t provenUpTo = 0; ///< the newest entry that an anchor outside vouches for
};

/// Anchors that this machine knows: its register of backups, and the seals of the backups themselves, registered or beside the file.
std::vector<Anchor> anchorsOf(const std::filesystem::path& file, const std::string& fileUid);
/// Compares the record with them. `isBackup`: the file is a sealed copy of an earlier day, so that newer anchors say nothing against it.
AnchorReport compareAnchors(Reader& reader, const std::filesystem::path& file, const std::string& fileUid, const std::vector<Anchor>& anchors,
                            bool isBackup);
std::vector<std::string> checkedAnchorProblems();

}
