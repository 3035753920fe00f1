// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::ui {

class MainWindow;
struct SchoolContext;

/// Adds the pages of the group “Theo dõi”: registrations, year-records, initiatives.
void addFollowPages(MainWindow& window, SchoolContext& context);

}
