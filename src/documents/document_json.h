// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/document.h"

#include <string>
#include <string_view>

/// A block document as text, to be kept: whatever later versions build differently, a paper read back from it prints as it did.
namespace thidua::documents {

/// JSON, format 1: the same document gives the same bytes.
std::string toJson(const Document& document);
/// InputFormat when the text is not such a document, or of a format that this program does not know.
Result<Document> documentFromJson(std::string_view json);

}
