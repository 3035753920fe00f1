// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/issued_paper.h"

/// Drafts that take the place of an issued paper. For services' .cpp files alone.
namespace thidua::services {

/// A draft that is to take its place, or the paper that did.
std::optional<std::int64_t> replacementOf(Reader& reader, PaperKind kind, std::int64_t row);
/// The same words in a new draft, which names the old one; names and posts as they are now.
Result<std::int64_t> copyForReplacement(Tx& tx, const IssuedPaper& old);

}
