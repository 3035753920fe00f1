// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace thidua {

/// Whether `word` can be a Vietnamese syllable as it is written: onset, rime and tone, either place of the tone mark, any case.
bool isVietnameseSyllable(std::string_view word);

}
