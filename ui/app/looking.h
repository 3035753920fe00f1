// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace thidua::ui {

/// The commands that write and do not stand on the kit for list pages, which knows its own: off while a file is only looked at. `backup`: it
/// is a backup, and needs none.
QStringList writingCommands(bool backup);

}
