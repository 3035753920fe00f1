// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tx.h"

#include "base/text_util.h"
#include "base/vietnamese.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

namespace thidua::storage {
namespace {

using nlohmann::json;

json toJson(const Value& value)
{
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
    return std::monostate{};
}

std::string table(domain::EntityKind kind)
{
    return std::string(domain::toCode(kind));
}

/// Whether a row is still as it was recorded. Columns that a migration has added since are not part of an older record.
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
    // Column names come from the statement itself: an image is the whole row, whatever later migrations add.
    SQLite::Statement statement(database(), "SELECT * FROM " + table(kind) + " WHERE id = ?");
    statement.bind(1, id);
    if (!statement.executeStep())
        return {};
    json row = json::object();
    for (int i = 0; i < statement.getColumnCount(); ++i) {
        const SQLite::Column column = statement.getColumn(i);
        json& slot = row[column.getName()];
        if (column.isInteger())
            slot = column.getInt64();
        else if (!column.isNull())
            slot = column.getString();
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
    m_recorded.push_back({kind, id, {}, image(kind, id), {}, std::move(places)});
    return id;
}

void Tx::updateRow(domain::EntityKind kind, std::int64_t id, const std::vector<std::string>& columns, const Values& values,
                   std::optional<domain::RowVersion> expected)
{
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
    m_recorded.push_back({kind, id, before, image(kind, id), std::move(changed), std::move(places)});
}

void Tx::removeRow(domain::EntityKind kind, std::int64_t id)
{
    const std::string before = image(kind, id);
    if (before.empty())
        throw StaleRow();
    std::vector<RowPlace> places;
    enter(kind, id, places);
    execute("DELETE FROM " + table(kind) + " WHERE id = ?", {id});
    m_recorded.push_back({kind, id, before, {}, {}, std::move(places)});
}

void Tx::restore(domain::EntityKind kind, std::int64_t id, const std::string& expected, const std::string& wanted)
{
    if (!fits(image(kind, id), expected))
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
    m_recorded.push_back({kind, id, expected, wanted, {}, std::move(places)});
}

}
