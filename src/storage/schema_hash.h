// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace thidua::storage {

/// All tables, indexes, views and triggers of the newest schema as one hash: a file that has it needs no comparison one by one, for which
/// every migration would have to be run. `storage_tests` works it out anew and says what to write here after a migration or another
/// freezing; until then files are compared one by one, which is slower and finds the same.
inline constexpr std::string_view kSchemaHash = "f92d348b808f6732bb3883a0dd22e253d4e2d7914aa92c692e1887ee91d511cb";

}
