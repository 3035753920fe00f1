// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"

namespace thidua::documents {

/// One HTML page, self-contained, UTF-8: for the clipboard and mail. Sizes follow the paper; pages are not broken.
std::string writeHtml(const Document& document);

}
