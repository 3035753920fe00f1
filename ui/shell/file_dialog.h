// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDialog;

namespace thidua::ui {

/// Where the system has no file dialog of its own, Qt's: large enough for whole columns, with days and kinds of files as the program writes
/// them, whatever the machine's language. A dialog of the system stays as it is. It must be made at another folder than `folder`, which it
/// lists only once nothing reads into the files.
void furnish(QFileDialog& dialog, const QString& folder);

}
