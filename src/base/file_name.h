// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua {

/// A name that a file may have on every system, as near to the wished one as can be: without the signs, names (CON, NUL, COM1 …) and ends
/// that Windows forbids, and short enough for every disk. The ending stays.
std::string safeFileName(std::string_view wished);

}
