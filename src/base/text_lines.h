// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua {

/// Several lines as they are kept: each NFC with single spaces and no blanks at its ends, "\n" between, no empty lines at both ends.
std::string normalisedLines(std::string_view text);

}
