// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace thidua {
class Clock;
}

namespace thidua::ui {

class Prompter;

/// What came of restoring without an open file.
struct Restored {
    QString path;    ///< the file to be opened; empty when there is none
    QString kept;    ///< the name of what stood there
    QString trouble; ///< the sentence of what went wrong; empty when the person changed their mind
};

/// Asks for a backup and for the place it is to come back to, by proposal that of `usual`, and puts it there; what stood there is kept.
Restored askAndRestore(Prompter& prompter, const Clock& clock, const QString& usual);

}
