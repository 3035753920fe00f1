// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/content_hash.h"

#include "storage/platform.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <array>
#include <sodium.h>
#include <string_view>
#include <vector>

namespace thidua::storage {
namespace {

constexpr std::size_t kBytes = 32;

class Hash {
public:
    Hash() { crypto_generichash_init(&m_state, nullptr, 0, kBytes); }

    void bytes(const void* data, std::size_t size) { crypto_generichash_update(&m_state, static_cast<const unsigned char*>(data), size); }
    /// With its length before it, so that two values never run into each other.
    void part(char kind, const void* data, std::size_t size)
    {
        std::array<unsigned char, 9> head{static_cast<unsigned char>(kind)};
        for (std::size_t i = 0; i < 8; ++i)
            head[i + 1] = static_cast<unsigned char>((static_cast<std::uint64_t>(size) >> (8 * i)) & 0xFF);
        bytes(head.data(), head.size());
        if (size > 0)
            bytes(data, size);
    }
    std::string hex()
    {
        std::array<unsigned char, kBytes> digest{};
        crypto_generichash_final(&m_state, digest.data(), digest.size());
        std::array<char, kBytes * 2 + 1> text{};
        sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
        return text.data();
    }

private:
    crypto_generichash_state m_state{};
};

void addColumn(Hash& hash, const SQLite::Column& column)
{
    if (column.isNull())
        return hash.part('n', nullptr, 0);
    const char kind = column.isInteger() ? 'i' : column.isBlob() ? 'b' : column.isFloat() ? 'f' : 't';
    // Of a number its figures: they are the same on every machine.
    const void* data = kind == 'b' ? column.getBlob() : static_cast<const void*>(column.getText());
    hash.part(kind, data, static_cast<std::size_t>(column.getBytes()));
}

void addRows(SQLite::Database& database, Hash& hash, const std::string& sql)
{
    hash.part('q', sql.data(), sql.size());
    SQLite::Statement rows(database, sql);
    while (rows.executeStep()) {
        for (int i = 0; i < rows.getColumnCount(); ++i)
            addColumn(hash, rows.getColumn(i));
        hash.part('r', nullptr, 0);
    }
}

}

std::string contentHash(SQLite::Database& database)
{
    Hash hash;
    addRows(database, hash, "SELECT * FROM pragma_user_version, pragma_application_id");
    addRows(database, hash, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
    std::vector<std::string> tables;
    SQLite::Statement names(database, "SELECT '\"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    while (names.executeStep())
        tables.push_back(names.getColumn(0).getString());
    for (const auto& table : tables)
        addRows(database, hash, "SELECT * FROM " + table + " ORDER BY rowid");
    return hash.hex();
}

Result<std::string> bytesHash(const RawFile& file, std::uintmax_t count, const std::filesystem::path& name)
{
    Hash hash;
    std::vector<char> block(256 * 1024);
    for (std::uintmax_t at = 0; at < count;) {
        const auto want = static_cast<std::size_t>(std::min<std::uintmax_t>(count - at, block.size()));
        if (!file.read(block.data(), want, at))
            return fail(ErrorCode::Io, "file.io", {platform::utf8(name)});
        hash.bytes(block.data(), want);
        at += want;
    }
    return hash.hex();
}

}
