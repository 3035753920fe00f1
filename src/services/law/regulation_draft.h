// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/effective_rules.h"

namespace thidua::services {

/// An entry as somebody typed it, before it is kept.
struct RegulationDraft {
    domain::Regulation data;
    std::optional<domain::RowId> replaces; ///< when an entry is edited
};

/// As it is kept: texts tidied, JSON canonical, a confirmation without value and last day.
domain::Regulation tidied(domain::Regulation entry);
/// The file's entries with the draft in its place; without a draft, with the replaced one gone.
RegulationRows withDraft(storage::Reader& reader, const std::optional<domain::Regulation>& draft, std::optional<domain::RowId> replaces);
/// What must be mended, field by field; empty when it may be kept. The engine's refusals come through with their article.
Result<std::vector<FieldIssue>> issuesOf(storage::Reader& reader, const RegulationDraft& draft);

}
