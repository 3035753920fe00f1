// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace thidua::proofread {

/// The lines of a text (UTF-8, or UTF-16 with its mark) or the paragraphs of a Word document (.docx; a table's row is one line, its cells
/// apart by tabs), NFC. An error says what else it is: an old .doc, a PDF, an archive of something else, bytes that are no text.
Result<std::vector<std::string>> readText(std::string_view bytes);

}
