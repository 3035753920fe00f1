// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stored.h"
#include "storage/value.h"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace SQLite {
class Database;
}

namespace thidua::storage {

/// Reads from the one connection of a school file, with prepared statements kept between calls.
/// Its calls throw SQLite::Exception; only DataFile and the read guard of the services catch that.
class Reader {
public:
    explicit Reader(SQLite::Database& database);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Calls `row` with the columns of each result row. `sql` must be a literal of a repository.
    void each(std::string_view sql, const Values& parameters, const std::function<void(const Values&)>& row);
    /// The first column of the first row as a number, or `fallback` when there is none or it is NULL.
    std::int64_t number(std::string_view sql, const Values& parameters = {}, std::int64_t fallback = 0);
    void execute(std::string_view sql, const Values& parameters = {});
    std::int64_t lastInsertId() const;
    int changes() const;

    template <class T>
    std::optional<domain::Stored<T>> find(domain::IdOf<T> id);
    /// All rows of T, with `tail` ("WHERE … ORDER BY …") appended to the SELECT.
    template <class T>
    std::vector<domain::Stored<T>> all(std::string_view tail = "ORDER BY id", const Values& parameters = {});

    SQLite::Database& database() { return m_database; }

private:
    struct Cache;
    SQLite::Database& m_database;
    std::unique_ptr<Cache> m_cache;
};

}
