// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/check.h"

#include <functional>

namespace thidua::storage {

/// Runs one part of a check. What stops it (a page, a value or a text that cannot be read) is a problem that names the part, and the
/// parts after it go on; only a stopped job and a machine out of memory end the whole.
void guardedPart(const std::string& name, std::vector<FileProblem>& problems, const std::function<void()>& part);

}
