// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tx.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "storage/column_value.h"
#include "storage/message_word.h"
#include "storage/row_image.h"
#include "storage/undo_impossible.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <stdexcept>
#include <utility>

namespace thidua::storage {
namespace {

std::string table(domain::EntityKind kind)
{
    return std::string(domain::toCode(kind));
}

/// Whether a row is still as it was recorded, as far as the record goes: columns that a migration has added since are not part of it.
bool fits(const std::string& current, const std::string& recorded)
{
    if (current == recorded || current.empty() || recorded.empty())
        return current == recorded;
    const auto now = imageFrom(current);
    const auto before = imageFrom(recorded);
    return now && before && std::ranges::all_of(*before, [&now](const auto& column) {
        const auto found = now->find(column.first);
        return found != now->end() && found->second == column.second;
    });
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
    auto was = imageFrom(before).value();
    auto is = imageFrom(after).value();
    for (auto column = is.begin(); column != is.end();) {
        const auto old = was.find(column->first);
        if (column->first == "id" || column->first == "row_version" || old == was.end() || old->second != column->second) {
            ++column;
            continue;
        }
        was.erase(old);
        column = is.erase(column);
    }
    return {imageText(was), imageText(is)};
}

void needWhole(domain::EntityKind kind, const char* what)
{
    if (domain::imagePolicy(kind) == domain::ImagePolicy::Hash)
        throw std::logic_error(table(kind) + " is addressed by its content and cannot be " + what);
}

/// The values of a row that the record brings back. An image is text in a file that anybody may have written: its columns are those of
/// the table, or nothing of it is taken.
struct RestoredRow {
    std::vector<std::string> columns;
    Values values;
};

RestoredRow restoredRow(Reader& reader, const std::string& table, std::int64_t id, const std::string& wanted)
{
    const auto image = imageFrom(wanted);
    if (!image)
        throw UndoImpossible("undo.image-unreadable", {messageWord("entity." + table)});
    const auto known = columnsOf(reader, table);
    RestoredRow row;
    for (const auto& [column, value] : *image) {
        if (std::ranges::find(known, column, &TableColumn::name) == known.end())
            throw UndoImpossible("undo.column-gone", {messageWord("entity." + table), normalised(column)});
        if (column == "id" && value != Value(id))
            throw UndoImpossible("undo.image-unreadable", {messageWord("entity." + table)});
        row.columns.push_back(column);
        row.values.push_back(value);
    }
    return row;
}

/// Of a row as it stands in the file: text in it that is no UTF-8 is damage of the file, and not of what is to be written.
template <class Image>
std::string standing(Image image)
{
    try {
        return image();
    } catch (const std::exception& exception) {
        if (!isAboutJson(exception))
            throw;
        throw BadColumn(exception.what());
    }
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
    RowImage row;
    for (int i = 0; i < statement.getColumnCount(); ++i) {
        const SQLite::Column column = statement.getColumn(i);
        row.insert_or_assign(column.getName(), columnValue(column));
    }
    return imageText(row);
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
    const std::string before = standing([&] { return image(kind, id); });
    if (before.empty())
        throw StaleRow();
    const auto row = imageFrom(before).value();
    if (expected && row.at("row_version") != Value(*expected))
        throw StaleRow();
    std::vector<std::string> changed;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (row.at(columns[i]) != values[i])
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

void Tx::pointAt(domain::EntityKind kind, std::int64_t id, const std::string& column, domain::PersonId person)
{
    updateRow(kind, id, {column}, {person.value()}, std::nullopt);
}

void Tx::removeRow(domain::EntityKind kind, std::int64_t id)
{
    needWhole(kind, "removed");
    const std::string before = standing([&] { return image(kind, id); });
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
    const auto now = standing([&] { return image(kind, id); });
    if (!fits(now, expected))
        throw StaleRow();
    std::vector<RowPlace> places;
    enter(kind, id, places);
    if (wanted.empty()) {
        execute("DELETE FROM " + table(kind) + " WHERE id = ?", {id});
    } else {
        auto [columns, values] = restoredRow(*this, table(kind), id, wanted);
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
