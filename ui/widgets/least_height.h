// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;
class QWidget;

namespace thidua::ui {

/// What the layout's parts need at that width.
int leastHeight(const QLayout& layout, int width);

/// The widget is never lower than its parts need at its present width: wrapped words and rows of buttons need more where it is narrow,
/// which Qt does not ask about inside splitters and stacks.
void keepLeastHeight(QWidget* widget);

}
