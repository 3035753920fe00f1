// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/internal.h"
#include "services/follow/initiative_scores.h"

/// For services' .cpp files alone.
namespace thidua::services {

Result<ScoreBoard> scoreBoard(Reader& reader, const rules::Catalogue& catalogue, domain::MeetingId meeting);
/// As the newest closed meeting that scored it left it; none where nobody has.
std::optional<InitiativeScore> keptScore(Reader& reader, const rules::Catalogue& catalogue, domain::InitiativeId initiative);

}
