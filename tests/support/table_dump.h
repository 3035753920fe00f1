// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/data_file.h"

#include <string>
#include <vector>

namespace thidua::test {

/// All tables but the change record, as text: equal dumps mean equal data. `meta` takes the file's own row along.
inline std::string dumpTables(storage::Reader& reader, bool meta)
{
    std::vector<std::string> tables;
    reader.each("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", {},
                [&](const storage::Values& row) { tables.push_back(std::get<std::string>(row[0])); });
    std::string out;
    for (const auto& table : tables) {
        if (table.starts_with("change_") || table.starts_with("schema_") || (!meta && table == "file_meta"))
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
