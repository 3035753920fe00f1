// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/data_file.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace thidua::test {

inline const std::string kNow = "2021-10-04T01:00:00Z";

inline storage::WriteContext doing(domain::Op op)
{
    return {op, "Lan", kNow, {}, std::nullopt};
}

inline domain::Person person(const std::string& name)
{
    domain::Person row;
    row.uid = newUid();
    row.fullName = name;
    return row;
}

/// All tables but the change record, as text: equal dumps mean equal data.
inline std::string dump(storage::DataFile& file)
{
    std::string out;
    std::vector<std::string> tables;
    file.reader().each("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", {},
                       [&](const storage::Values& row) { tables.push_back(std::get<std::string>(row[0])); });
    for (const auto& table : tables) {
        if (table.starts_with("change_") || table.starts_with("schema_") || table == "file_meta")
            continue;
        file.reader().each("SELECT * FROM " + table + " ORDER BY id", {}, [&](const storage::Values& row) {
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
