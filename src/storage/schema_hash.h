// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace thidua::storage {

/// All tables, indexes, views and triggers of the newest schema as one hash: a file that has it needs no comparison one by one, for which
/// every migration would have to be run. `storage_tests` works it out anew and says what to write here after a migration or another
/// freezing; until then files are compared one by one, which is slower and finds the same.
inline constexpr std::string_view kSchemaHash = "a4b36fd7d9085d6e5308091abd840a1646f816c580f319da2730d8c32e0d706a";

}
