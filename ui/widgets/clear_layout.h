// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace thidua::ui {

/// Takes out what the layout holds but the last `kept` items (a stretch). Its widgets are hidden at once and deleted later: one may hold
/// the button that was pressed.
void clearLayout(QLayout& layout, int kept = 0);

}
