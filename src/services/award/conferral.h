// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"

/// From the votes of a meeting to the decision by which the head of the school gives. For services' .cpp files alone.
namespace thidua::services {

Result<ConferralChoice> conferralChoice(SchoolFile& file, Reader& reader, domain::MeetingId meeting);
/// Refuses when nobody is left to be given anything.
Result<Stored<domain::Decision>> draftConferralIn(SchoolFile& file, Tx& tx, domain::MeetingId meeting);

/// "Hoàn thành tốt nhiệm vụ; sáng kiến “…” (cấp trường)": what a list says of somebody's year.
std::string achievementOf(Reader& reader, const rules::Catalogue& catalogue, domain::SchoolYearId year, const domain::Nomination& nomination);

}
