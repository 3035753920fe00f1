// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::test {

/// A disk that fails: SQLite's VFS "fault" passes everything to the usual one, but the n-th write, sync or truncate fails.
class FaultVfs {
public:
    static const char* name();
    /// Fails the `after`-th writing call from now (1 = the next) and all that follow with `code` (SQLITE_IOERR, SQLITE_FULL).
    static void failAfter(int after, int code);
    static void heal();
    /// Writing calls since failAfter or heal.
    static int calls();
};

}
