// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/anchors.h"
#include "storage/backup_register.h"
#include "storage/reader.h"

#include <optional>
#include <vector>

/// A school's file may go on in several lines: an older backup was restored, what it replaced was taken up again, a copy was worked in.
/// Each is sound by itself, and none holds what was done in the others.
namespace thidua::storage {

/// Which line a file is on.
struct Line {
    std::optional<RestoredNote> goesOnFrom; ///< the file is what was restored then
    std::optional<RestoredNote> endedBy;    ///< the file is what was in the place of the restored one until then
    /// Between the restorings that put it into a place and something else there.
    struct Stay {
        std::string place, from, until; ///< UTC; empty: always
    };
    std::vector<Stay> homes; ///< where backups of this line are made of
    bool isHome(const std::string& place) const;
    /// Whether a backup made of what lay there then was made of this line.
    bool isAtHome(const std::string& place, const std::string& at) const;
};
Line lineOf(Reader& reader, const RecordHead& own, const std::filesystem::path& file, const std::string& fileUid, bool isBackup);

bool holds(Reader& reader, std::int64_t operations, const std::string& head);
/// When an entry was written; empty when there is none.
std::string timeOfEntry(Reader& reader, std::int64_t operations);

/// The other files of the school that are worked in, as far as this machine knows them and they can be read. Looked for when first asked.
class OtherFiles {
public:
    OtherFiles(std::filesystem::path file, std::string fileUid);
    ~OtherFiles();

    enum class Answer {
        Unknown,  ///< none of them holds it
        Apart,    ///< one does, and what it and this file went on to was written at different times: two that were worked in
        Rewritten ///< one does, and this file has other entries of the very same times
    };
    struct Found {
        Answer answer = Answer::Unknown;
        std::string place; ///< of the one that holds it
    };
    /// Of an anchor that `mine` does not hold. `fromElsewhere`: it was made of a file in another place, so that this one may be an older copy.
    Found holderOf(Reader& mine, const RecordHead& own, const RecordHead& anchor, const Line& line, bool fromElsewhere);

private:
    struct Other;
    void open(const std::filesystem::path& place);
    void find();

    std::filesystem::path m_file;
    std::string m_uid;
    bool m_found = false;
    std::vector<std::unique_ptr<Other>> m_others;
};

}
