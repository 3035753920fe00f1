// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace SQLite {
class Database;
}

namespace thidua::storage {

/// The program's part of migration 5: the votes of submission lines, "8/9" in the change record's images, become numbers there as well, so
/// that undo and redo of what was done before bring them back. Works on version 5 of the tables and on no later one.
void writeVotesAsNumbers(SQLite::Database& database);

}
