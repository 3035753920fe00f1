// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace thidua::storage {

/// All tables, indexes, views and triggers of the newest schema as one hash: a file that has it needs no comparison one by one, for which
/// every migration would have to be run. `storage_tests` works it out anew and says what to write here after a migration or another
/// freezing; until then files are compared one by one, which is slower and finds the same.
inline constexpr std::string_view kSchemaHash = "aaee898db8902397cc64a9a74f0a77184c76d0fe77d3f580791783c1cb0b4b2f";

}
