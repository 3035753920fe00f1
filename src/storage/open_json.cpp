// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/open_json.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "storage/aside.h"
#include "storage/backup.h"
#include "storage/beside.h"
#include "storage/column_value.h"
#include "storage/data_file.h"
#include "storage/sqlite_errors.h"
#include "storage/version.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sqlite3.h>

namespace thidua::storage {
namespace {

constexpr std::string_view kFormat = "thidua-open";
constexpr const char* kTables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name NOT LIKE 'sqlite_%' OR name = 'sqlite_sequence') ORDER BY name";

std::string hexOf(const char* bytes, std::size_t count)
{
    constexpr std::string_view kFigures = "0123456789abcdef";
    std::string out;
    out.reserve(count * 2);
    for (std::size_t i = 0; i < count; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        out += kFigures[byte >> 4U];
        out += kFigures[byte & 15U];
    }
    return out;
}

std::optional<std::string> fromHex(const std::string& hex)
{
    const auto figure = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    if (hex.size() % 2 != 0)
        return std::nullopt;
    std::string out;
    out.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = figure(hex[i]), low = figure(hex[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        out += static_cast<char>(high * 16 + low);
    }
    return out;
}

void writeValue(std::ostream& out, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out << *number;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        try {
            out << nlohmann::json(*text).dump();
        } catch (const nlohmann::json::exception&) {
            out << R"({"text_hex": ")" << hexOf(text->data(), text->size()) << "\"}"; // damaged letters, kept as they are
        }
    } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
        out << R"({"hex": ")" << hexOf(reinterpret_cast<const char*>(bytes->data()), bytes->size()) << "\"}";
    } else {
        out << "null";
    }
}

std::vector<std::string> tablesOf(SQLite::Database& database)
{
    std::vector<std::string> names;
    SQLite::Statement rows(database, kTables);
    while (rows.executeStep())
        names.push_back(rows.getColumn(0).getString());
    return names;
}

void writeTable(std::ostream& out, SQLite::Database& database, const std::string& table)
{
    out << "    " << nlohmann::json(table).dump() << ": [";
    SQLite::Statement rows(database, "SELECT * FROM \"" + table + "\" ORDER BY rowid");
    const char* before = "\n";
    while (rows.executeStep()) {
        out << before << "      {";
        for (int i = 0; i < rows.getColumnCount(); ++i) {
            out << (i == 0 ? "" : ", ") << nlohmann::json(rows.getColumnName(i)).dump() << ": ";
            writeValue(out, columnValue(rows.getColumn(i)));
        }
        out << "}";
        before = ",\n";
    }
    out << "\n    ]";
}

/// What the reader does not take, with its place; answered by readOpenJson.
struct NotTaken {
    std::string key;
    std::vector<std::string> args{};
};

/// Takes the document piece by piece, so that a big file is never held whole, and writes each row as it ends.
class Taker : public nlohmann::json_sax<nlohmann::json> {
public:
    Taker(SQLite::Database& database, const std::string& nowUtc) : m_database(database), m_nowUtc(nowUtc) {}

    std::size_t errorAt = 0;
    bool isWhole() const { return m_opened && m_closed; }

    bool null() override { return value({}); }
    bool boolean(bool) override { throw misplaced(); }
    bool number_integer(number_integer_t number) override { return value(static_cast<std::int64_t>(number)); }
    bool number_unsigned(number_unsigned_t number) override
    {
        if (number > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            throw misplaced();
        return value(static_cast<std::int64_t>(number));
    }
    bool number_float(number_float_t, const string_t&) override { throw misplaced(); }
    bool string(string_t& text) override { return value(std::move(text)); }
    bool binary(binary_t&) override { throw misplaced(); }

    bool start_object(std::size_t) override
    {
        // The document, its tables, a row of a table, bytes of a row.
        if (m_depth == 2 || m_depth > 4 || (m_depth == 1 && m_key != "tables"))
            throw misplaced();
        ++m_depth;
        if (m_depth == 2)
            openTables();
        if (m_depth == 4)
            m_row.clear();
        m_wrapped.clear();
        return true;
    }
    bool end_object() override
    {
        if (m_depth == 5)
            endWrapped();
        if (m_depth == 4)
            endRow();
        if (m_depth == 2)
            closeTables();
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) override
    {
        if (m_depth != 2)
            throw misplaced();
        ++m_depth;
        startTable();
        return true;
    }
    bool end_array() override
    {
        --m_depth;
        return true;
    }
    bool key(string_t& name) override
    {
        if (m_depth == 2)
            m_table = name;
        else if (m_depth == 4)
            m_column = name;
        else
            m_key = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        errorAt = position;
        return false;
    }

private:
    NotTaken misplaced() const
    {
        if (m_table.empty())
            return {"open-json.not-ours"};
        return {"open-json.bad-value", {m_table, std::to_string(m_rows), m_column}};
    }

    bool value(Value said)
    {
        if (m_depth == 1)
            header(said);
        else if (m_depth == 4)
            take(std::move(said));
        else if (m_depth == 5 && std::holds_alternative<std::string>(said))
            m_wrapped = std::get<std::string>(said);
        else
            throw misplaced();
        return true;
    }

    void header(const Value& said)
    {
        if (m_key == "format" && said != Value(std::string(kFormat)))
            throw NotTaken{"open-json.not-ours"};
        m_isOurs = m_isOurs || m_key == "format";
        if (m_key == "schema" && std::holds_alternative<std::int64_t>(said))
            m_schema = std::get<std::int64_t>(said);
    }

    /// The tables as that schema has them, empty; triggers come back at the end.
    void openTables()
    {
        if (!m_isOurs || m_schema < 1)
            throw NotTaken{"open-json.not-ours"};
        auto migrations = shippedMigrations();
        if (m_schema > migrations.back().version)
            throw NotTaken{"open-json.too-new", {std::to_string(m_schema), std::to_string(migrations.back().version)}};
        m_opened = true;
        migrations.resize(static_cast<std::size_t>(m_schema));
        m_database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
        if (const auto made = migrate(m_database, migrations, m_nowUtc); !made)
            throw NotTaken{made.error().key, made.error().args};
        m_database.exec("PRAGMA foreign_keys = OFF");
        m_transaction.emplace(m_database);
        SQLite::Statement triggers(m_database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
        std::vector<std::string> names;
        while (triggers.executeStep()) {
            names.push_back(triggers.getColumn(0).getString());
            m_triggers.push_back(triggers.getColumn(1).getString());
        }
        triggers.reset();
        for (const auto& name : names)
            m_database.exec("DROP TRIGGER \"" + name + "\"");
        for (const auto& table : tablesOf(m_database)) {
            m_left.insert(table);
            m_database.exec("DELETE FROM \"" + table + "\"");
        }
    }

    void startTable()
    {
        if (m_left.erase(m_table) == 0)
            throw NotTaken{"open-json.unknown-table", {normalised(m_table)}};
        if (m_table == "sqlite_sequence")
            m_database.exec("DELETE FROM sqlite_sequence"); // the tables before it have begun it anew
        m_columns.clear();
        SQLite::Statement columns(m_database, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
        columns.bind(1, m_table);
        while (columns.executeStep())
            m_columns.push_back(columns.getColumn(0).getString());
        m_rows = 1;
        m_insert.emplace(m_database, "INSERT INTO \"" + m_table + "\" (\"" + join(m_columns, "\", \"") + "\") VALUES (" + join(std::vector<std::string>(m_columns.size(), "?"), ", ") + ")");
    }

    void take(Value said)
    {
        if (!m_row.emplace(m_column, std::move(said)).second)
            throw misplaced();
    }

    void endWrapped()
    {
        auto bytes = fromHex(m_wrapped);
        if (!bytes || (m_key != "hex" && m_key != "text_hex"))
            throw misplaced();
        if (m_key == "text_hex")
            return take(std::move(*bytes));
        const auto* first = reinterpret_cast<const std::byte*>(bytes->data());
        take(Bytes(first, first + bytes->size()));
    }

    void endRow()
    {
        for (const auto& [column, said] : m_row)
            if (std::ranges::find(m_columns, column) == m_columns.end())
                throw NotTaken{"open-json.unknown-column", {m_table, std::to_string(m_rows), normalised(column)}};
        m_insert->reset();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto said = m_row.find(m_columns[i]);
            if (said == m_row.end())
                throw NotTaken{"open-json.missing-column", {m_table, std::to_string(m_rows), m_columns[i]}};
            bind(static_cast<int>(i) + 1, said->second);
        }
        try {
            m_insert->exec();
        } catch (const SQLite::Exception& exception) {
            if ((exception.getErrorCode() & 0xFF) != SQLITE_CONSTRAINT)
                throw;
            throw NotTaken{"open-json.bad-row", {m_table, std::to_string(m_rows)}};
        }
        ++m_rows;
        m_column.clear();
    }

    void bind(int place, const Value& said)
    {
        if (const auto* number = std::get_if<std::int64_t>(&said))
            m_insert->bind(place, *number);
        else if (const auto* text = std::get_if<std::string>(&said))
            m_insert->bind(place, *text);
        else if (const auto* bytes = std::get_if<Bytes>(&said))
            m_insert->bind(place, bytes->empty() ? "" : static_cast<const void*>(bytes->data()), static_cast<int>(bytes->size()));
        else
            m_insert->bind(place);
    }

    void closeTables()
    {
        if (!m_left.empty())
            throw NotTaken{"open-json.missing-table", {*m_left.begin()}};
        m_insert.reset();
        for (const auto& sql : m_triggers)
            m_database.exec(sql);
        SQLite::Statement broken(m_database, "PRAGMA foreign_key_check");
        if (broken.executeStep())
            throw NotTaken{"open-json.broken-link", {broken.getColumn(0).getString(), std::to_string(broken.getColumn(1).getInt64())}};
        broken.reset();
        m_transaction->commit();
        m_transaction.reset();
        m_table.clear();
        m_closed = true;
    }

    SQLite::Database& m_database;
    const std::string& m_nowUtc;
    int m_depth = 0;
    std::string m_key, m_table, m_column, m_wrapped;
    bool m_isOurs = false, m_opened = false, m_closed = false;
    std::int64_t m_schema = 0;
    std::size_t m_rows = 0;
    std::set<std::string> m_left;
    std::vector<std::string> m_triggers, m_columns;
    std::map<std::string, Value> m_row;
    std::optional<SQLite::Transaction> m_transaction;
    std::optional<SQLite::Statement> m_insert;
};

/// “dòng 12, cột 5” of a byte.
std::vector<std::string> placeOf(const std::filesystem::path& file, std::size_t position)
{
    std::ifstream stream(file, std::ios::binary);
    std::size_t line = 1, column = 1;
    char c = 0;
    for (std::size_t at = 1; at < position && stream.get(c); ++at) {
        line += c == '\n' ? 1 : 0;
        column = c == '\n' ? 1 : column + 1;
    }
    return {std::to_string(line), std::to_string(column)};
}

}

namespace {

/// Only an earlier export gives way: never the school's file itself, a backup, a device.
Result<void> mayBeWrittenOver(const std::filesystem::path& target)
{
    std::error_code error;
    const auto there = std::filesystem::status(target, error);
    if (!std::filesystem::exists(there))
        return {};
    const auto name = platform::utf8(target);
    if (std::filesystem::is_directory(there))
        return fail(ErrorCode::Io, "output.is-folder", {name});
    if (!std::filesystem::is_regular_file(there))
        return fail(ErrorCode::Io, "output.not-regular", {name});
    constexpr std::size_t kHead = 64;
    std::string head(kHead, '\0');
    std::ifstream stream(target, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    const bool ours = head.find("\"format\": \"" + std::string(kFormat) + "\"") != std::string::npos;
    return ours ? Result<void>() : fail(ErrorCode::Io, "file.exists", {name});
}

}

Result<void> writeOpenJson(DataFile& file, const std::filesystem::path& target)
{
    TD_CHECK(mayBeWrittenOver(target));
    TD_CHECK(checkFolder(target));
    Aside aside(target);
    const auto done = guarded(platform::utf8(file.path()), [&]() -> Result<void> {
        auto& database = file.database();
        errno = 0; // a stream keeps no reason of its own
        std::ofstream out(aside.path(), std::ios::binary);
        out << "{\n  \"format\": \"" << kFormat << "\",\n  \"program\": \"" << kAppVersion << "\",\n  \"schema\": " << schemaVersion(database) << ",\n  \"tables\": {\n";
        const char* before = "";
        for (const auto& table : tablesOf(database)) {
            out << before;
            writeTable(out, database, table);
            if (!out)
                break;
            before = ",\n";
        }
        out << "\n  }\n}\n";
        out.flush();
        return out ? Result<void>() : notWritten(target, std::error_code(errno, std::generic_category()));
    });
    if (!done)
        return done;
    return aside.replace();
}

Result<void> readOpenJson(const std::filesystem::path& json, const std::filesystem::path& place, const std::string& nowUtc)
{
    const auto name = platform::utf8(json);
    std::error_code error;
    if (!std::filesystem::is_regular_file(json, error))
        return fail(ErrorCode::NotFound, "open-json.not-found", {name});
    return guarded(platform::utf8(place), [&]() -> Result<void> {
        SQLite::Database database(platform::utf8(place), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        std::ifstream stream(json, std::ios::binary);
        Taker taker(database, nowUtc);
        try {
            if (!nlohmann::json::sax_parse(stream, &taker)) {
                auto args = placeOf(json, taker.errorAt);
                args.insert(args.begin(), name);
                return fail(ErrorCode::InputFormat, "open-json.syntax", std::move(args));
            }
        } catch (NotTaken& bad) {
            bad.args.insert(bad.args.begin(), name);
            return fail(ErrorCode::InputFormat, bad.key, std::move(bad.args));
        }
        return taker.isWhole() ? Result<void>() : fail(ErrorCode::InputFormat, "open-json.not-ours", {name});
    });
}

}
