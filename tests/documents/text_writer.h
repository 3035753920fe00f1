// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"

namespace thidua::documents {

/// Plain UTF-8 text, a line for each paragraph and table row (cells parted by tabs): for the clipboard and the command line.
std::string writeText(const Document& document);

}
