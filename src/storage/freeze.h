// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace SQLite {
class Database;
}

/// What has been issued stays as it was issued, whoever writes: one table says which rows are frozen, the triggers are made from it.
namespace thidua::storage {

/// How the rows of one table freeze. Every table of the schema has a row here, "never" included, so that none can be forgotten.
struct FreezeRule {
    enum class Kind {
        Never,
        AppendOnly,   ///< rows come, and never change or go
        Always,       ///< like AppendOnly, from the moment on that the change record knows the row
        Own,          ///< while `frozenWhen` holds of the row itself
        Parent        ///< while its parent is frozen: no row can be added, changed or removed
    };
    std::string_view table;
    Kind kind = Kind::Never;
    std::string_view frozenWhen = {};        ///< Own: SQL over the row, with "row." before each column
    std::string_view parent = {};            ///< Parent: the parent's table …
    std::string_view column = {};            ///< … and the column that holds its id
    std::vector<std::string_view> free = {}; ///< columns that go on changing; row_version always does
    /// Changes of `state` that stay possible: {from, to}; `moveWhen` (SQL, may be empty) must hold as well.
    std::vector<std::pair<std::string_view, std::string_view>> moves = {};
    std::string_view moveWhen = {};
    std::string_view goesWhen = {};          ///< Own: while this (SQL over OLD) holds, the whole row may still be taken back
};

const std::vector<FreezeRule>& freezeRules();
/// SQL over `row` ("OLD", "NEW" or an alias) that tells whether a row of the table is frozen; "0" when it never is.
std::string frozenCondition(std::string_view table, const std::string& row);

/// Takes the generated triggers away, so that a migration may rebuild what is frozen. Call inside a transaction.
void thaw(SQLite::Database& database);
/// Makes them anew for the tables that are there; those written by hand in the first migrations go.
void freeze(SQLite::Database& database);
/// Whether a trigger of this name goes when they are made anew, whoever made it.
bool goesWhenFrozen(const std::string& trigger);
/// Whether the file has exactly the triggers that this program would make.
bool isFrozenAsDeclared(SQLite::Database& database);

}
