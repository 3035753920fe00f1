// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/one_state.h"

#include "base/progress.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>
#include <memory>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

namespace thidua::storage {

OneState::OneState(SQLite::Database& database)
{
    if (sqlite3_get_autocommit(database.getHandle()) == 0)
        return;
    database.exec("BEGIN");
    m_begun = &database;
    try {
        database.execAndGet("SELECT count(*) FROM sqlite_schema"); // the first look takes the lock
    } catch (...) {
        database.tryExec("ROLLBACK");
        throw;
    }
}

OneState::~OneState()
{
    if (m_begun != nullptr && sqlite3_get_autocommit(m_begun->getHandle()) == 0 && m_begun->tryExec("COMMIT") != SQLITE_OK)
        spdlog::warn("a reading could not be ended: {}", m_begun->getErrorMsg());
}

void stopWith(SQLite::Database& database, Progress& progress)
{
    constexpr int kInstructions = 20'000; // of SQLite's own, between two looks
    sqlite3_progress_handler(database.getHandle(), kInstructions, [](void* of) { return static_cast<Progress*>(of)->stopped() ? 1 : 0; }, &progress);
}

bool isAboutContent(const SQLite::Exception& exception)
{
    switch (exception.getErrorCode() & 0xFF) { // some calls report the extended code
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
    case SQLITE_NOLFS:
    case SQLITE_INTERRUPT: return false;
    default: return true;
    }
}

sqlite3_file* handleOf(SQLite::Database& database)
{
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)) != SQLITE_OK || file == nullptr
        || file->pMethods == nullptr)
        return nullptr;
    return file;
}

RawFile RawFile::of(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    const auto stream = std::make_shared<std::ifstream>(file, std::ios::binary);
    return {error || !*stream ? std::nullopt : std::optional(size), [stream](char* to, std::size_t count, std::uintmax_t at) {
                stream->clear();
                stream->seekg(static_cast<std::streamoff>(at));
                return static_cast<bool>(stream->read(to, static_cast<std::streamsize>(count)));
            }};
}

RawFile RawFile::of(SQLite::Database& database)
{
    sqlite3_file* file = handleOf(database);
    sqlite3_int64 size = 0;
    if (file == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return {std::nullopt, [](char*, std::size_t, std::uintmax_t) { return false; }};
    return {static_cast<std::uintmax_t>(size), [file](char* to, std::size_t count, std::uintmax_t at) {
                return file->pMethods->xRead(file, to, static_cast<int>(count), static_cast<sqlite3_int64>(at)) == SQLITE_OK;
            }};
}

}
