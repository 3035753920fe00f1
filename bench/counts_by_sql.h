// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <string>
#include <vector>

namespace thidua::bench {

/// What hand-written SQL finds for one nomination: the verdict a clever office would compute by query, without a reason.
struct SqlVerdict {
    std::int64_t nomination = 0;
    std::string honour;
    enum class Kind { Eligible, Ineligible, Undetermined } kind = Kind::Undetermined;
};

/// The same counts that the rules of 2017 ask for, for every nomination of the last year, as SQL over the open file.
std::vector<SqlVerdict> countBySql(SQLite::Database& database);

}
