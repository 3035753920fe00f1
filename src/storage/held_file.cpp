// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/held_file.h"

#include "storage/one_state.h"
#include "storage/sqlite_errors.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <mutex>
#include <sqlite3.h>
#include <vector>

namespace thidua::storage {
namespace {

/// All that this program has open, whatever thread looks.
struct Held {
    std::mutex mutex;
    std::vector<platform::FileIdentity> files;
};

Held& held()
{
    static Held all;
    return all;
}

}

HeldFile::HeldFile(std::filesystem::path path, SQLite::Database& database)
    : m_path(std::move(path)), m_database(database), m_identity(platform::identityOf(m_path))
{
    if (m_identity) {
        const std::lock_guard lock(held().mutex);
        held().files.push_back(*m_identity);
    }
    note();
}

HeldFile::~HeldFile()
{
    if (!m_identity)
        return;
    const std::lock_guard lock(held().mutex);
    auto& files = held().files;
    if (const auto mine = std::ranges::find(files, *m_identity); mine != files.end())
        files.erase(mine);
}

std::optional<HeldFile::Header> HeldFile::header() const
{
    sqlite3_file* file = handleOf(m_database);
    if (file == nullptr)
        return std::nullopt;
    Header bytes{};
    const int answer = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
    return answer == SQLITE_OK || answer == SQLITE_IOERR_SHORT_READ ? std::optional(bytes) : std::nullopt;
}

HeldFile::Stamp HeldFile::stamp() const
{
    std::error_code error;
    return {std::filesystem::file_size(m_path, error), std::filesystem::last_write_time(m_path, error)};
}

std::string HeldFile::head() const
{
    SQLite::Statement statement(m_database, "SELECT id, hash FROM change_op ORDER BY id DESC LIMIT 1");
    return statement.executeStep() ? statement.getColumn(0).getString() + ' ' + statement.getColumn(1).getString() : std::string();
}

void HeldFile::note()
{
    m_header = header();
    m_stamp = stamp();
    m_changes = sqlite3_total_changes(m_database.getHandle());
    try {
        m_head = head();
    } catch (const SQLite::Exception&) {
        m_head.clear(); // What has just been written is written; a disk that is gone shows at the next look.
    }
}

Result<void> HeldFile::stillThere()
{
    const auto now = platform::identityOf(m_path);
    const auto held = header();
    if (!now || !held)
        return fail(ErrorCode::Io, "file.gone", {platform::utf8(m_path)});
    const auto replaced = fail(ErrorCode::Io, "file.replaced", {platform::utf8(m_path)});
    if (now != m_identity)
        return replaced;
    if (sqlite3_total_changes(m_database.getHandle()) != m_changes) {
        note(); // written by this connection, past the record
        return {};
    }
    if (held != m_header)
        return replaced;
    const auto written = stamp();
    if (written == m_stamp)
        return {};
    // Somebody wrote into it, or a share tells the time differently: what stands there now is read from the disk, not from memory.
    return guarded(platform::utf8(m_path), [&]() -> Result<void> {
        sqlite3_db_release_memory(m_database.getHandle());
        if (head() != m_head)
            return replaced;
        m_stamp = written;
        return {};
    });
}

bool HeldFile::isHeldHere(const std::filesystem::path& file)
{
    const auto identity = platform::identityOf(file);
    if (!identity)
        return false;
    const std::lock_guard lock(held().mutex);
    return std::ranges::find(held().files, *identity) != held().files.end();
}

}
