// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/snapshot.h"

#include "storage/data_file.h"
#include "storage/platform.h"
#include "storage/sqlite_errors.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace thidua::storage {

Snapshot::Snapshot(DataFile& file) : m_file(file) {}

Snapshot::~Snapshot() = default;

Result<bool> Snapshot::step(int pages)
{
    bool whole = false;
    TD_CHECK(guarded(platform::utf8(m_file.path()), [&]() -> Result<void> {
        if (!m_copy) {
            m_copy = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
            m_pages = std::make_unique<SQLite::Backup>(*m_copy, m_file.database());
        }
        whole = m_pages->executeStep(pages) == SQLITE_DONE;
        return {};
    }));
    return whole;
}

std::unique_ptr<DataFile> Snapshot::take()
{
    m_pages.reset();
    return DataFile::inMemory(m_file.path(), std::move(m_copy));
}

}
