// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/school_page.h"
#include "ui/shell/main_window.h"

#include <filesystem>

namespace thidua::ui {

/// Cán bộ – giáo viên, Tập thể, Quá trình khen thưởng: the group “Hồ sơ”.
void addRecordsPages(MainWindow& window, SchoolContext& context);
/// Thiết lập, last in the navigation. `openFile` opens a restored file in place of the open one; without it no such button is shown.
void addSettingsPage(MainWindow& window, SchoolContext& context, std::function<void(const std::filesystem::path&)> openFile = {},
                     std::function<bool(Scheme, double)> applyLook = {});

}
