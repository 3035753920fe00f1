// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/entities.h"
#include "domain/ids.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace thidua::domain {
enum class NominationField;
enum class OpinionBody;
}
namespace thidua::storage {
class Reader;
}

/// What those share who write or tell what belongs to a nomination. For services' .cpp files alone.
namespace thidua::services {

using GivenOpinions = std::set<std::pair<domain::NominationId, domain::OpinionBody>>;
GivenOpinions givenOpinions(storage::Reader& reader, domain::SchoolYearId year);
/// What the school asks for and is not there: of a team's own nomination nobody asks the team, and in the middle of a meeting, for a lower
/// title, nobody.
std::vector<domain::OpinionBody> missingOf(const domain::School& school, const domain::Nomination& nomination, const GivenOpinions& given, domain::NominationId id);
/// Passes when that field may be changed now.
Result<void> checkOpen(const domain::Nomination& nomination, domain::NominationField field);
/// The same of its dossier; gives whose nomination it is.
Result<void> checkDossierOpen(storage::Reader& reader, domain::NominationId id);

}
