// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/platform.h"

#include <array>

namespace SQLite {
class Database;
}

namespace thidua::storage {

/// The file that a connection writes to, as the disk knows it: whether the name still stands for it, and whether it still holds what this
/// program wrote last. Locks bind programs that ask for them; clients that synchronise, and people who copy, do not ask.
class HeldFile {
public:
    /// `database` must outlive it.
    HeldFile(std::filesystem::path path, SQLite::Database& database);
    ~HeldFile();
    HeldFile(const HeldFile&) = delete;
    HeldFile& operator=(const HeldFile&) = delete;

    /// After each write of our own.
    void note();
    /// Between writes. Io "file.gone" when it was moved, deleted, or its disk is gone; "file.replaced" when another file or other content is in its place.
    Result<void> stillThere();
    /// Whether this program itself has the file open: reading it past SQLite would drop the lock.
    static bool isHeldHere(const std::filesystem::path& file);

private:
    using Header = std::array<char, 100>;
    /// When it was written, as the disk says: a sign to look closer, no proof.
    struct Stamp {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type at;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    std::optional<Header> header() const;
    Stamp stamp() const;
    std::string head() const;
    std::filesystem::path m_path;
    SQLite::Database& m_database;
    std::optional<platform::FileIdentity> m_identity;
    std::optional<Header> m_header;
    Stamp m_stamp;
    int m_changes = 0;  ///< rows that the connection has written
    std::string m_head; ///< the newest entry of the change record
};

}
