// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/template.h"

#include <functional>

namespace thidua::documents {

/// Reads the pieces of one text. `declared` tells whether a field may be used; the error's arguments are the place and what is wrong.
Result<std::vector<TemplatePiece>> parsePieces(std::string_view text, const std::string& place, const std::function<bool(std::string_view)>& declared);
/// two, upper, lower, capital, nostop
bool isTemplateFilter(std::string_view name);
std::string filtered(std::string value, std::string_view filter);

}
