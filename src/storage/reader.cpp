// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/reader.h"

#include "storage/column_value.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <string>
#include <unordered_map>

namespace thidua::storage {

Value columnValue(const SQLite::Column& column)
{
    switch (column.getType()) {
    case SQLITE_NULL: return std::monostate{};
    case SQLITE_INTEGER: return column.getInt64();
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const std::byte*>(column.getBlob());
        return bytes == nullptr ? Bytes{} : Bytes(bytes, bytes + column.getBytes());
    }
    default: return column.getString();
    }
}

struct Reader::Cache {
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements;
};

namespace {

void bindAll(SQLite::Statement& statement, const Values& parameters)
{
    int index = 0;
    for (const auto& value : parameters) {
        ++index;
        if (const auto* integer = std::get_if<std::int64_t>(&value))
            statement.bind(index, *integer);
        else if (const auto* text = std::get_if<std::string>(&value))
            statement.bind(index, *text);
        else if (const auto* bytes = std::get_if<Bytes>(&value))
            statement.bind(index, bytes->empty() ? static_cast<const void*>("") : bytes->data(), static_cast<int>(bytes->size())); // a null pointer would be NULL
        else
            statement.bind(index);
    }
}

/// Gives the statement back to the cache ready for the next call, also when a row handler throws.
class Borrowed {
public:
    explicit Borrowed(SQLite::Statement& statement) : m_statement(statement) {}
    ~Borrowed()
    {
        m_statement.tryReset();
        try {
            m_statement.clearBindings();
        } catch (const SQLite::Exception&) {
            // The failure that brought us here is the one to report.
        }
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;

private:
    SQLite::Statement& m_statement;
};

}

Reader::Reader(SQLite::Database& database) : m_database(database), m_cache(std::make_unique<Cache>()) {}
Reader::~Reader() = default;

void Reader::each(std::string_view sql, const Values& parameters, const std::function<void(const Values&)>& row)
{
    auto& slot = m_cache->statements[std::string(sql)];
    // A handler may run the same statement again; it then gets one of its own.
    std::unique_ptr<SQLite::Statement> statement = slot ? std::move(slot) : std::make_unique<SQLite::Statement>(m_database, std::string(sql));
    {
        const Borrowed guard(*statement);
        bindAll(*statement, parameters);
        Values values;
        while (statement->executeStep()) {
            values.clear();
            for (int i = 0; i < statement->getColumnCount(); ++i)
                values.push_back(columnValue(statement->getColumn(i)));
            row(values);
        }
    }
    m_cache->statements[std::string(sql)] = std::move(statement);
}

std::int64_t Reader::number(std::string_view sql, const Values& parameters, std::int64_t fallback)
{
    std::int64_t result = fallback;
    bool first = true;
    each(sql, parameters, [&](const Values& row) {
        if (std::exchange(first, false) && !row.empty() && std::holds_alternative<std::int64_t>(row.front()))
            result = std::get<std::int64_t>(row.front());
    });
    return result;
}

void Reader::execute(std::string_view sql, const Values& parameters)
{
    each(sql, parameters, [](const Values&) {});
}

std::int64_t Reader::lastInsertId() const
{
    return m_database.getLastInsertRowid();
}

int Reader::changes() const
{
    return m_database.getChanges();
}

}
