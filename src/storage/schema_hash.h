// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace thidua::storage {

/// All tables, indexes, views and triggers of the newest schema as one hash: a file that has it needs no comparison one by one, for which
/// every migration would have to be run. `storage_tests` works it out anew and says what to write here after a migration or another
/// freezing; until then files are compared one by one, which is slower and finds the same.
inline constexpr std::string_view kSchemaHash = "9363334d7df0a13ead5b5071bc0e735fa9fe48384df25ee9e393e02ea453ec50";

}
