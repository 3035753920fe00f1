// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

namespace thidua::storage {

/// A transaction that is taken back on every way out but commit(): by return, by exception, by a failing COMMIT.
class Writing {
public:
    /// `flag` is true while it lives.
    Writing(SQLite::Database& database, bool& flag);
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    void commit();
    /// Of one that stands in the record. When the disk refuses the very last step, the flushing of the emptied journal, SQLite answers with a failure and the operation is in
    /// the file all the same: then it is written, and nobody is told otherwise.
    void commitOperation(Reader& reader);

private:
    void rollBackOpen() noexcept;

    SQLite::Database& m_database;
    bool& m_flag;
};

}
