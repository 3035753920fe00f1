// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace thidua::ui {

/// Enter in a line within `area` writes the form in which it stands, as in dialogs. Parts that have an Enter of their own say so by the
/// property "ownEnter".
void enterWrites(QWidget* area);

}
