// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"
#include "services/papers/paper_gaps.h"

/// A paper keeps what it said: its block document is kept when it is issued, and printed from then on. For services' .cpp files alone.
namespace thidua::services {

/// At the end of the operation that issues it: builds the paper from the rows as they now stand, refuses it with gaps, and keeps it.
Result<void> keepPaper(SchoolFile& file, Tx& tx, PaperKind kind, std::int64_t row);
/// What the paper lacks as its rows now stand: it prints “[…]” there, and is not issued.
Result<std::vector<PaperGap>> gapsOf(SchoolFile& file, Reader& reader, PaperKind kind, std::int64_t row);
/// What an issued paper said; nothing for drafts, and for a file of an older version that is open for reading alone.
Result<std::optional<documents::Document>> keptPaper(Reader& reader, PaperKind kind, std::int64_t row);
/// Papers issued by versions that did not keep them are kept as they print today. One that cannot be built stays without.
Result<void> keepOldPapers(SchoolFile& file);

}
