// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::ui {

class MainWindow;
struct SchoolContext;

/// Văn bản căn cứ, Kế hoạch, Phong trào, Chỉ tiêu: the group “Chuẩn bị”.
void addPreparePages(MainWindow& window, SchoolContext& context);

}
