// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tx.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "storage/column_value.h"
#include "storage/hash.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace thidua::storage {
namespace {

using nlohmann::json;

constexpr const char* kHex = "hex"; // JSON has no bytes: {"hex": "00ff"}

json toJson(const Value& value)
{
    if (const auto* bytes = std::get_if<Bytes>(&value))
        return {{kHex, hexOf(*bytes)}};
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return *integer;
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    return nullptr;
}

Value fromJson(const json& value)
{
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_object())
        return bytesOfHex(value.at(kHex).get<std::string>());
    return std::monostate{};
}

std::string table(domain::EntityKind kind)
{
    return std::string(domain::toCode(kind));
}

/// Whether a row is still as it was recorded, as far as the record goes: columns that a migration has added since are not part of it.
bool fits(const std::string& current, const std::string& recorded)
{
    if (current == recorded || current.empty() || recorded.empty())
        return current == recorded;
    const json now = json::parse(current);
    const json before = json::parse(recorded);
    for (const auto& [column, value] : before.items())
        if (!now.contains(column) || now[column] != value)
            return false;
    return true;
}

/// What the record keeps of a row: see ImagePolicy.
const char* columnsKept(domain::ImagePolicy policy)
{
    return policy == domain::ImagePolicy::Hash ? "id, hash" : "*";
}

std::string kept(domain::EntityKind kind, std::string image)
{
    return domain::imagePolicy(kind) == domain::ImagePolicy::Nothing ? std::string() : std::move(image);
}

/// Of an update, what differs; by its number and version the row is known to be the same one in the same state.
std::pair<std::string, std::string> differences(const std::string& before, const std::string& after)
{
    json was = json::parse(before);
    json is = json::parse(after);
    for (auto column = is.begin(); column != is.end();) {
        const auto old = was.find(column.key());
        if (column.key() == "id" || column.key() == "row_version" || old == was.end() || *old != *column) {
            ++column;
            continue;
        }
        was.erase(old);
        column = is.erase(column);
    }
    return {was.dump(), is.dump()};
}

void needWhole(domain::EntityKind kind, const char* what)
{
    if (domain::imagePolicy(kind) == domain::ImagePolicy::Hash)
        throw std::logic_error(table(kind) + " is addressed by its content and cannot be " + what);
}

std::string placeholders(std::size_t count)
{
    return join(std::vector<std::string>(count, "?"), ", ");
}

}

void Tx::setLabel(std::vector<std::string> args)
{
    for (auto& arg : args)
        arg = normalised(arg);
    m_labelArgs = std::move(args);
}

std::string Tx::image(domain::EntityKind kind, std::int64_t id)
{
    // Column names come from the statement itself, whatever later migrations add.
    SQLite::Statement statement(database(), "SELECT " + std::string(columnsKept(domain::imagePolicy(kind))) + " FROM " + table(kind) + " WHERE id = ?");
    statement.bind(1, id);
    if (!statement.executeStep())
        return {};
    json row = json::object();
    for (int i = 0; i < statement.getColumnCount(); ++i) {
        const SQLite::Column column = statement.getColumn(i);
        json& slot = row[column.getName()];
        slot = toJson(columnValue(column));
    }
    return row.dump();
}

/// Notes where the row stands now, and refuses when that is a closed year.
void Tx::enter(domain::EntityKind kind, std::int64_t id, std::vector<RowPlace>& places)
{
    for (const auto& place : placesOf(*this, kind, id)) {
        if (place.closed && !m_allowed.test(static_cast<std::size_t>(kind)))
            throw YearClosed(place.startYear);
        places.push_back(place);
    }
}

std::int64_t Tx::insertRow(domain::EntityKind kind, const std::vector<std::string>& columns, const Values& values)
{
    execute("INSERT INTO " + table(kind) + " (" + join(columns, ", ") + ") VALUES (" + placeholders(columns.size()) + ")", values);
    const auto id = lastInsertId();
    std::vector<RowPlace> places;
    enter(kind, id, places);
    m_recorded.push_back({kind, id, {}, kept(kind, image(kind, id)), {}, std::move(places)});
    return id;
}

void Tx::updateRow(domain::EntityKind kind, std::int64_t id, const std::vector<std::string>& columns, const Values& values,
                   std::optional<domain::RowVersion> expected)
{
    needWhole(kind, "changed");
    const std::string before = image(kind, id);
    if (before.empty())
        throw StaleRow();
    const json row = json::parse(before);
    if (expected && row.at("row_version").get<domain::RowVersion>() != *expected)
        throw StaleRow();
    std::vector<std::string> changed;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (row.at(columns[i]) != toJson(values[i]))
            changed.push_back(columns[i]);
    if (changed.empty())
        return;
    std::vector<RowPlace> places;
    enter(kind, id, places);
    Values parameters = values;
    parameters.emplace_back(id);
    execute("UPDATE " + table(kind) + " SET " + join(columns, " = ?, ") + " = ?, row_version = row_version + 1 WHERE id = ?", parameters);
    enter(kind, id, places);
    auto [was, is] = differences(before, image(kind, id));
    m_recorded.push_back({kind, id, kept(kind, std::move(was)), kept(kind, std::move(is)), std::move(changed), std::move(places)});
}

void Tx::removeRow(domain::EntityKind kind, std::int64_t id)
{
    needWhole(kind, "removed");
    const std::string before = image(kind, id);
    if (before.empty())
        throw StaleRow();
    std::vector<RowPlace> places;
    enter(kind, id, places);
    execute("DELETE FROM " + table(kind) + " WHERE id = ?", {id});
    m_recorded.push_back({kind, id, kept(kind, before), {}, {}, std::move(places)});
}

void Tx::restore(domain::EntityKind kind, std::int64_t id, const std::string& expected, const std::string& wanted)
{
    if (domain::imagePolicy(kind) == domain::ImagePolicy::Hash)
        return; // Written once and for all: undo takes away what points at it, and redo finds it in its place.
    if (domain::imagePolicy(kind) == domain::ImagePolicy::Nothing)
        throw StaleRow();
    // Recorded as it is, with the columns that a migration has added since `expected`: redo then brings those back too.
    const auto now = image(kind, id);
    if (!fits(now, expected))
        throw StaleRow();
    std::vector<RowPlace> places;
    enter(kind, id, places);
    if (wanted.empty()) {
        execute("DELETE FROM " + table(kind) + " WHERE id = ?", {id});
    } else {
        std::vector<std::string> columns;
        Values values;
        const json row = json::parse(wanted); // Named, because items() only refers to it.
        for (const auto& [column, value] : row.items()) {
            columns.push_back(column);
            values.push_back(fromJson(value));
        }
        if (expected.empty()) {
            execute("INSERT INTO " + table(kind) + " (" + join(columns, ", ") + ") VALUES (" + placeholders(columns.size()) + ")", values);
        } else {
            values.emplace_back(id);
            execute("UPDATE " + table(kind) + " SET " + join(columns, " = ?, ") + " = ? WHERE id = ?", values);
        }
    }
    enter(kind, id, places);
    auto after = image(kind, id);
    if (now.empty() || after.empty()) {
        m_recorded.push_back({kind, id, now, std::move(after), {}, std::move(places)});
        return;
    }
    auto [was, is] = differences(now, after);
    m_recorded.push_back({kind, id, std::move(was), std::move(is), {}, std::move(places)});
}

}
