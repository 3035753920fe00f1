// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/people.h"
#include "storage/data_file.h"
#include "support/catch.h"
#include "support/scratch.h"
#include "support/table_dump.h"

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
    return dumpTables(file.reader(), false);
}

}
