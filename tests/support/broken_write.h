// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <string>

namespace thidua::test {

/// Leaves a file as a power cut in the middle of a large write does: half of the new pages in it, the old ones in a journal beside it.
inline void breakOff(const std::filesystem::path& path)
{
    namespace fs = std::filesystem;
    const auto journal = path.string() + "-journal";
    const auto half = path.string() + "-half";
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA cache_size = 2; PRAGMA synchronous = FULL");
        database.exec("BEGIN; CREATE TABLE broken (id INTEGER PRIMARY KEY, text TEXT)");
        database.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
                      "INSERT INTO broken SELECT i, hex(zeroblob(200)) FROM n");
        database.exec("UPDATE person SET full_name = 'broken'");
        fs::copy_file(path, half);
        fs::copy_file(journal, half + "-journal");
        database.exec("ROLLBACK");
    }
    fs::rename(half, path);
    fs::rename(half + "-journal", journal);
}

/// Leaves a file as a tool that writes in WAL mode and is killed does: what it wrote last stands beside the file alone.
inline void leaveInWal(const std::filesystem::path& path, const std::string& sql)
{
    namespace fs = std::filesystem;
    const auto half = path.string() + "-half";
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
        database.exec(sql);
        fs::copy_file(path, half);
        fs::copy_file(path.string() + "-wal", half + "-wal");
    }
    fs::rename(half, path);
    fs::rename(half + "-wal", path.string() + "-wal");
}

inline void truncateTo(const std::filesystem::path& path, int size)
{
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(size));
}

}
