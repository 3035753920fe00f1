// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/check.h"

namespace SQLite {
class Database;
}

namespace thidua::storage {

/// Compares the tables, indexes, views and triggers of a file with those that the migrations make: missing, foreign and altered ones.
/// The triggers of storage/freeze.h are left out where the file has those of an earlier program, which opening it makes anew.
std::vector<FileProblem> schemaProblems(SQLite::Database& database);
std::vector<std::string> checkedSchemaProblems();
/// The whole schema of a file as one hash, to be compared with schema_hash.h.
std::string schemaHash(SQLite::Database& database);
/// Why a file must not be written: what the check finds in its schema, in one sentence that names the first; nothing when it is as made.
std::optional<Error> foreignSchema(SQLite::Database& database, const std::string& file);

}
