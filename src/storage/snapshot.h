// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>

namespace SQLite {
class Backup;
class Database;
}

namespace thidua::storage {

class DataFile;

/// A copy of an open file in memory, for computing beside the window: the one connection to the file stays with the window's thread.
/// Taken in steps of a few milliseconds, between which its program goes on; what is written to the file meanwhile is in the copy, too.
class Snapshot {
public:
    /// `file` must outlive the steps.
    explicit Snapshot(DataFile& file);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    static constexpr int kPagesOfAStep = 1024;
    /// Copies some more pages; true once the copy is whole, after which nothing is followed any more.
    Result<bool> step(int pages = kPagesOfAStep);
    /// The whole copy, once: a file of its own in memory, for any one thread. What is written to it stays there.
    std::unique_ptr<DataFile> take();

private:
    DataFile& m_file;
    std::unique_ptr<SQLite::Database> m_copy;
    std::unique_ptr<SQLite::Backup> m_pages;
};

}
