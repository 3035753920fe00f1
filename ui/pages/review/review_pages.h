// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::ui {

class MainWindow;
struct SchoolContext;

/// Registers the pages “Đề nghị” (nominations) and “Hội đồng” (council) of the group “Xét duyệt”.
void addReviewPages(MainWindow& window, SchoolContext& context);

}
