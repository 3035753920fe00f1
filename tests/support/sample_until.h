// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <filesystem>

namespace thidua::test {

/// The sample school Măng Đen as it stood in the evening of a day: only what had happened by then. Replayed once for each day and kept for
/// the whole test program: copy it before opening.
const std::filesystem::path& sampleUntil(Date day);

}
