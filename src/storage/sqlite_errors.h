// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>

namespace thidua::storage {

/// Runs `body` and turns whatever it throws into an Error: what SQLite, a stale row or a broken column throw into their own, all else
/// into Internal with what is known of it for the log. `file` is named in the sentence.
Result<void> guarded(const std::string& file, const std::function<Result<void>()>& body);

/// For what only reads: a value of the file that is no JSON, or of another kind than its column, is damage of the file and no fault of the
/// program.
Result<void> guardedReading(const std::string& file, const std::function<Result<void>()>& body);

}
