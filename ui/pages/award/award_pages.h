// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/school_page.h"
#include "ui/shell/main_window.h"

#include <functional>

namespace thidua::ui {

/// “Tổng quan”, the first page of the navigation. `backupNow` is what “Sao lưu ngay” does; without one it is what a click on the
/// status line's backup does.
void addOverviewPage(MainWindow& window, SchoolContext& context, std::function<void()> backupNow = {});
/// The group “Khen thưởng”: Quyết định, Tờ trình, Kết quả khen thưởng.
void addAwardPages(MainWindow& window, SchoolContext& context);

}
