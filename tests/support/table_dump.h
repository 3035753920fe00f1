// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/data_file.h"

#include <string>
#include <vector>

namespace thidua::test {

/// Whether undo leaves a table's rows in their place: the record, SQLite's own, and what is written once and addressed by its hash.
inline bool staysOnUndo(const std::string& table)
{
    const auto kind = domain::entityKindFromCode(table);
    return table.starts_with("change_") || table.starts_with("schema_") || table.starts_with("sqlite_") || table == "record_conversion"
           || (kind && domain::imagePolicy(*kind) == domain::ImagePolicy::Hash);
}

/// All tables but those that undo leaves alone, as text: equal dumps mean equal data. `meta` takes the file's own row along.
inline std::string dumpTables(storage::Reader& reader, bool meta)
{
    std::vector<std::string> tables;
    reader.each("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", {},
                [&](const storage::Values& row) { tables.push_back(std::get<std::string>(row[0])); });
    std::string out;
    for (const auto& table : tables) {
        if (staysOnUndo(table) || (!meta && table == "file_meta"))
            continue;
        reader.each("SELECT * FROM " + table + " ORDER BY id", {}, [&](const storage::Values& row) {
            out += table;
            for (const auto& value : row) {
                out += '|';
                if (const auto* text = std::get_if<std::string>(&value))
                    out += *text;
                else if (const auto* integer = std::get_if<std::int64_t>(&value))
                    out += std::to_string(*integer);
            }
            out += '\n';
        });
    }
    return out;
}

}
