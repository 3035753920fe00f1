// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/stored.h"

#include <optional>
#include <string>
#include <vector>

namespace thidua::storage {
class Reader;
}
namespace thidua::rules {
class Catalogue;
}
namespace thidua::domain {
struct StatedFact;
}

/// For operations that state facts among other things.
namespace thidua::services {

/// What would be wrong with a statement whose texts are tidy; fields as StatedFactService::validate names them.
std::vector<FieldIssue> statementIssues(storage::Reader& reader, const rules::Catalogue& rules, Date today, const domain::StatedFact& row,
                                        std::optional<domain::StatedFactId> replaces);
/// All that has been stated of them, in the order of entry.
std::vector<domain::Stored<domain::StatedFact>> statedOf(storage::Reader& reader, const domain::SubjectRef& subject);
/// The first kept verdict that rests on it, in words; empty while it may change.
std::string statementRestsOn(storage::Reader& reader, const rules::Catalogue& rules, const domain::StatedFact& row);

}
