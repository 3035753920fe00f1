// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/school_page.h"
#include "ui/shell/main_window.h"

namespace thidua::ui {

/// Quy định: the law as the program holds it, and what the school sets on top of it. Fills `context.openRules`.
void addRulesPage(MainWindow& window, SchoolContext& context);

}
