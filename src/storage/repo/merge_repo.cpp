// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/merge_repo.h"

#include "storage/freeze.h"
#include "storage/row_place.h"
#include "storage/table_map.h"

#include <algorithm>

namespace thidua::storage::repo {
namespace {

/// Columns of all tables that refer to a table.
std::vector<PersonColumn> columnsPointingAt(Reader& reader, std::string_view table)
{
    std::vector<PersonColumn> columns;
    reader.each("SELECT t.name, f.\"from\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND f.\"table\" = ? "
                "ORDER BY t.name, f.\"from\"", {std::string(table)}, [&columns](const Values& row) {
                    if (const auto kind = entityKindFromCode(textOf(row[0])))
                        columns.push_back({*kind, textOf(row[1])});
                });
    return columns;
}

}

Merged::Merged(Reader& reader)
{
    reader.each("SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL", {},
                [this](const Values& row) { m_into.emplace(PersonId(integerOf(row[0])), PersonId(integerOf(row[1]))); });
}

PersonId Merged::now(PersonId person) const
{
    const auto found = m_into.find(person);
    return found == m_into.end() ? person : found->second;
}

std::optional<PersonId> Merged::now(std::optional<PersonId> person) const
{
    return person ? std::optional(now(*person)) : std::nullopt;
}

SubjectRef Merged::now(const SubjectRef& subject) const
{
    return subject.person ? SubjectRef::of(now(*subject.person)) : subject;
}

std::vector<FormerName> formerNames(Reader& reader)
{
    std::vector<FormerName> names;
    const auto listed = [](const Values& row, std::size_t at) {
        ListedPerson person{textOf(row[at]), {}, textOf(row[at + 2])};
        fromValue(row[at + 1], person.birth);
        return person;
    };
    reader.each("SELECT n.id, f.full_name, f.birth, f.code, n.full_name, n.birth, n.code FROM person f JOIN person n ON n.id = f.merged_into ORDER BY f.id",
                {}, [&](const Values& row) { names.push_back({PersonId(integerOf(row[0])), listed(row, 1), listed(row, 4)}); });
    return names;
}

std::vector<PersonColumn> personColumns(Reader& reader)
{
    return columnsPointingAt(reader, toCode(EntityKind::Person));
}

std::vector<PointingRow> rowsPointingAt(Reader& reader, PersonId person)
{
    std::vector<PointingRow> rows;
    for (const auto& from : personColumns(reader)) {
        const std::string table(toCode(from.kind));
        reader.each("SELECT t.id, " + frozenCondition(table, "t") + " FROM " + table + " t WHERE t." + from.column + " = ? ORDER BY t.id", {person.value()},
                    [&](const Values& row) { rows.push_back({from.kind, integerOf(row[0]), from.column, integerOf(row[1]) != 0, false}); });
    }
    for (auto& row : rows) {
        const auto places = placesOf(reader, row.kind, row.id);
        row.closed = std::ranges::any_of(places, &RowPlace::closed);
    }
    return rows;
}

std::set<PersonId> peoplePointedAt(Reader& reader, const EntityKinds& passedOver)
{
    std::set<PersonId> people;
    for (const auto& from : personColumns(reader))
        if (!passedOver.test(static_cast<std::size_t>(from.kind)))
            reader.each("SELECT DISTINCT " + from.column + " FROM " + std::string(toCode(from.kind)) + " WHERE " + from.column + " IS NOT NULL", {},
                        [&people](const Values& row) { people.insert(PersonId(integerOf(row[0]))); });
    return people;
}

std::int64_t pointersAt(Reader& reader, EntityKind kind, std::int64_t id)
{
    std::int64_t count = 0;
    for (const auto& from : columnsPointingAt(reader, toCode(kind)))
        count += reader.number("SELECT count(*) FROM " + std::string(toCode(from.kind)) + " WHERE " + from.column + " = ?", {id});
    return count;
}

}
