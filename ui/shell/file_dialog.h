// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFileDialog;

namespace thidua::ui {

/// Where the system has no file dialog of its own, Qt's: large enough for whole columns, with days and kinds of files as the program writes
/// them, whatever the machine's language. A dialog of the system stays as it is.
void furnish(QFileDialog& dialog);

}
