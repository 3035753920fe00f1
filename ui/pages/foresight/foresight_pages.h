// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::ui {

class MainWindow;
struct SchoolContext;

/// Adds the page “Triển vọng” to the group “Theo dõi”.
void addForesightPages(MainWindow& window, SchoolContext& context);

}
