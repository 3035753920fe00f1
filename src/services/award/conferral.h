// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"

/// From the votes of a meeting to the decision by which the head of the school gives. For services' .cpp files alone.
namespace thidua::services {

Result<ConferralChoice> conferralChoice(SchoolFile& file, Reader& reader, domain::MeetingId meeting);
/// A decision of the head's that gives awards, with its usual bases and recipients and yet without a title; with a ground it needs no meeting.
Result<domain::Decision> awardDecision(SchoolFile& file, Reader& reader, domain::SchoolYearId year, std::optional<domain::Ground> ground = {});
/// Refuses when nobody is left to be given anything.
Result<Stored<domain::Decision>> draftConferralIn(SchoolFile& file, Tx& tx, domain::MeetingId meeting);

/// "Hoàn thành tốt nhiệm vụ; sáng kiến “…” (cấp trường)": what a list says of somebody's year.
std::string achievementOf(Reader& reader, const rules::Catalogue& catalogue, domain::SchoolYearId year, const domain::Nomination& nomination);

}
