// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::ui {

/// A table's property: the keys of columns that say something about the program, not about the school. They are not printed.
inline constexpr const char* kScreenColumns = "screenColumns";

}
