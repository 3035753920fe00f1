// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_util.h"
#include "domain/all_entities.h"
#include "storage/table_map.h"
#include "storage/tx.h"

/// The bodies of the typed calls; included only by tables.cpp, which instantiates them for every kind of row.
namespace thidua::storage {

template <class T> inline constexpr domain::EntityKind kKindOf = domain::EntityKind::Count;
#define TD_ENTITY(name, table, id, images) template <> inline constexpr domain::EntityKind kKindOf<domain::name> = domain::EntityKind::name;
#include "domain/entities.def"
#undef TD_ENTITY

template <class T>
T blankRow()
{
    return T{};
}

template <class T>
ColumnWriter written(const T& row)
{
    ColumnWriter writer;
    T::map(writer, row);
    return writer;
}

template <class T>
const std::string& selectStart()
{
    static const std::string sql = "SELECT id, row_version, " + join(written(blankRow<T>()).names, ", ") + " FROM "
                                 + std::string(domain::toCode(kKindOf<T>)) + " ";
    return sql;
}

template <class T>
domain::Stored<T> fromRow(const Values& row)
{
    domain::Stored<T> stored{domain::IdOf<T>(std::get<std::int64_t>(row[0])), std::get<std::int64_t>(row[1]), blankRow<T>()};
    ColumnReader reader{row, 2};
    T::map(reader, stored.data);
    return stored;
}

template <class T>
std::vector<domain::Stored<T>> Reader::all(std::string_view tail, const Values& parameters)
{
    std::vector<domain::Stored<T>> rows;
    each(selectStart<T>() + std::string(tail), parameters, [&rows](const Values& row) { rows.push_back(fromRow<T>(row)); });
    return rows;
}

template <class T>
std::optional<domain::Stored<T>> Reader::find(domain::IdOf<T> id)
{
    auto rows = all<T>("WHERE id = ?", {id.value()});
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

template <class T>
domain::IdOf<T> Tx::insert(const T& row)
{
    const auto columns = written(row);
    return domain::IdOf<T>(insertRow(kKindOf<T>, columns.names, columns.values));
}

template <class T>
void Tx::update(domain::IdOf<T> id, const T& row, std::optional<domain::RowVersion> expected)
{
    const auto columns = written(row);
    updateRow(kKindOf<T>, id.value(), columns.names, columns.values, expected);
}

template <class T>
void Tx::remove(domain::IdOf<T> id)
{
    removeRow(kKindOf<T>, id.value());
}

}
