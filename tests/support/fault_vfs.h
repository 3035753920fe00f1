// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3_vfs;

namespace thidua::test {

/// A disk that fails: SQLite's VFS "fault" passes everything to the usual one, but the n-th write, sync or truncate, or the n-th read, fails.
class FaultVfs {
public:
    static const char* name();
    /// Fails the `after`-th writing call from now (1 = the next) and all that follow with `code` (SQLITE_IOERR, SQLITE_FULL).
    static void failAfter(int after, int code);
    /// The same of reading calls.
    static void failReadingAfter(int after, int code);
    static void heal();
    /// Whether every lock that is asked for is given, whoever has it: a share that knows no locks.
    static void lieAboutLocks(bool lies);
    /// Writing calls since failAfter or heal.
    static int calls();

    /// While it lives, whoever opens a file gets this disk.
    class AsUsual {
    public:
        AsUsual();
        ~AsUsual();
        AsUsual(const AsUsual&) = delete;
        AsUsual& operator=(const AsUsual&) = delete;

    private:
        sqlite3_vfs* m_before;
    };
};

}
