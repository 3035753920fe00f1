// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::ui {

class GridTable;
struct Shell;

/// What every grid of the window asks and tells the same way: a pasted block that does not fit is asked about before it is written,
/// and the status line says where it went.
void giveManners(GridTable& grid, Shell& shell);

}
