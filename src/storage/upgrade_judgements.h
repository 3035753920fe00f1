// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace SQLite {
class Database;
}

namespace thidua::storage {

/// The program's part of migration 3: verdicts and facts in nominations and in the change record become judgements that are pointed at,
/// rule packs are packed and stand in the record by their hash, and the record's chain is hashed anew; its old head is kept.
/// Works on version 3 of the tables and on no later one, so it names columns itself.
void writeVerdictsOnce(SQLite::Database& database);

}
