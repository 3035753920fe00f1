// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace thidua::storage {

/// All tables, indexes, views and triggers of the newest schema as one hash: a file that has it needs no comparison one by one, for which
/// every migration would have to be run. `storage_tests` works it out anew and says what to write here after a migration or another
/// freezing; until then files are compared one by one, which is slower and finds the same.
inline constexpr std::string_view kSchemaHash = "d29ca09948cbc02d9a0a2c66b467426328bf512de15c0ea5d0cc80d18ce096e3";

}
