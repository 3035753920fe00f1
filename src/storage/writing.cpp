// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/writing.h"

#include "storage/platform.h"
#include "storage/seal.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

namespace thidua::storage {
namespace {

constexpr std::size_t kJournalHead = 28;

/// Whether the head of the journal is empty: with the lock kept, SQLite ends a transaction so.
bool hasEnded(SQLite::Database& database)
{
    const char* name = sqlite3_db_filename(database.getHandle(), "main");
    std::ifstream journal(platform::pathFrom(std::string(name != nullptr ? name : "") + "-journal"), std::ios::binary);
    std::string head(kJournalHead, 'x');
    return journal.read(head.data(), static_cast<std::streamsize>(head.size())) && head.find_first_not_of('\0') == std::string::npos;
}

/// Whether the operation that ends so is in the file after all.
bool isWritten(Reader& reader, const RecordHead& head)
{
    try {
        return recordHead(reader) == head;
    } catch (const SQLite::Exception&) {
        // Before reading, SQLite writes what is to be taken back. Where nothing can be written any more, nothing was taken back either.
        return hasEnded(reader.database());
    }
}

}

Writing::Writing(SQLite::Database& database, bool& flag) : m_database(database), m_flag(flag)
{
    m_database.exec("BEGIN IMMEDIATE");
    m_flag = true;
}

Writing::~Writing()
{
    rollBackOpen();
    m_flag = false;
}

void Writing::rollBackOpen() noexcept
{
    // SQLite takes some transactions back by itself (a full disk); then there is nothing left to do.
    if (sqlite3_get_autocommit(m_database.getHandle()) == 0 && m_database.tryExec("ROLLBACK") != SQLITE_OK)
        spdlog::error("a transaction could not be taken back: {}", m_database.getErrorMsg());
}

void Writing::commit()
{
    m_database.exec("COMMIT");
}

void Writing::commitOperation(Reader& reader)
{
    const auto head = recordHead(reader);
    try {
        commit();
    } catch (const SQLite::Exception& exception) {
        rollBackOpen();
        if (!isWritten(reader, head))
            throw;
        spdlog::warn("operation {} is in the file, though the disk answered: {}", head.operations, exception.what());
    }
}

}
