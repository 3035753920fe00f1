// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace SQLite {
class Database;
}

namespace thidua::storage {

class Reader;

/// Where the change record of a file ends.
struct RecordHead {
    std::int64_t operations = 0; ///< the number of the newest operation
    std::string hash;            ///< of its entry
    std::string at;              ///< UTC
    friend bool operator==(const RecordHead&, const RecordHead&) = default;
};
RecordHead recordHead(Reader& reader);

/// What a backup says of itself: 512 bytes of plain text behind the last page of the file, where SQLite does not look. Whatever changes in
/// the file then no longer fits them; the seal goes when the file is opened for work.
struct Seal {
    RecordHead head;
    std::string rows;  ///< contentHash
    std::string bytes; ///< bytesHash of all pages
    friend bool operator==(const Seal&, const Seal&) = default;
};

/// What stands behind the last page of a file.
struct SealReading {
    enum class State {
        None,   ///< nothing: no backup of this program, or one of an older version
        Whole,
        Damaged ///< something that is no seal
    };
    State state = State::None;
    Seal seal{};
    std::uintmax_t pages = 0; ///< bytes of all pages
};
Result<SealReading> readSeal(const std::filesystem::path& file);
/// Puts the seal behind the pages of a finished copy; `rows` is the content hash of what it is a copy of.
Result<void> addSeal(const std::filesystem::path& file, const RecordHead& head, const std::string& rows);
/// Takes away what readSeal found: the file goes on changing. Opens no second handle on the file, which would give up SQLite's locks on it;
/// for the same reason nothing is read from a file that is open for writing.
Result<void> dropSeal(const std::filesystem::path& file, const SealReading& reading);
/// Compares pages, rows and head with the seal: nothing when they fit or there is none, else the sentence's key and words.
std::optional<Error> sealProblem(const std::filesystem::path& file, SQLite::Database& database, const SealReading& reading);

}
