// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/honour_words.h"
#include "services/intake/row_reader.h"

namespace thidua::services {

/// The honours that a row names in its columns of honours, or ticks under theirs. What means none is wrong, and so is a row without any.
std::vector<std::string> honoursOfRow(RowReader& row, const HonourWords& words);

}
