// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

namespace SQLite {
class Database;
class Exception;
}
struct sqlite3_file;

namespace thidua {
class Progress;
}

namespace thidua::storage {

/// While it lives, everything that is read through a connection is one state of its file: one read transaction, in whose time nobody
/// writes. Inside a transaction of the caller's own it does nothing.
class OneState {
public:
    explicit OneState(SQLite::Database& database);
    ~OneState();
    OneState(const OneState&) = delete;
    OneState& operator=(const OneState&) = delete;

private:
    SQLite::Database* m_begun = nullptr;
};

/// From now on what is read through a connection ends with an error once `progress` says stop. It must outlive the connection.
void stopWith(SQLite::Database& database, Progress& progress);

/// Whether what SQLite has thrown speaks of what the file holds. Else it speaks of the machine: a disk that is full or cannot be read, a
/// file that another program writes, no memory; nothing is found out about the file then.
bool isAboutContent(const SQLite::Exception& exception);

/// SQLite's own handle on the file of a connection; null for one in memory. To open a second one would give up SQLite's locks when it is
/// closed (POSIX), and would follow the name instead of the file.
sqlite3_file* handleOf(SQLite::Database& database);

/// The bytes of a file as they lie on the disk.
struct RawFile {
    std::optional<std::uintmax_t> size;                                          ///< none: it cannot be read
    std::function<bool(char* to, std::size_t count, std::uintmax_t at)> read; ///< whether all of them were there

    static RawFile of(const std::filesystem::path& file);
    /// By SQLite's handle.
    static RawFile of(SQLite::Database& database);
};

}
