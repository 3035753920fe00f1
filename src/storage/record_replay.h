// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"
#include "storage/row_image.h"

#include <functional>
#include <map>

namespace thidua::storage {

/// What the change record, and what upgrades have noted beside it, say of one row.
struct RecordedState {
    bool exists = false;
    bool withheld = false;    ///< of a kind that leaves no images: nothing can be said
    bool unreadable = false;  ///< an image that is no JSON
    std::int64_t op = 0;      ///< the newest operation that touched it
    /// In the order of the table's columns; nothing where the record does not know the value.
    std::vector<std::optional<Value>> values{};
    std::vector<std::int64_t> ops{}; ///< which operation gave the value
};

/// All rows of one kind as the record leaves them, by id.
struct RecordedTable {
    std::vector<TableColumn> columns;
    std::map<std::int64_t, RecordedState> rows;
};
RecordedTable replay(Reader& reader, domain::EntityKind kind);

/// The rows of the table that are there, by id, with `columns` in their order.
void eachRow(Reader& reader, const std::string& table, const std::vector<TableColumn>& columns,
             const std::function<void(std::int64_t, const Values&)>& row);

}
