// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council.h"
#include "services/core/internal.h"
#include "services/review/council_service.h"

/// What council_service.cpp and meeting_service.cpp share.
namespace thidua::services {

class PeopleLookup;

CouncilRow councilRow(Reader& reader, const Stored<domain::Council>& council);
/// What the page of the meeting, its papers and its closing are made from.
Result<MeetingDetail> meetingDetail(Reader& reader, const rules::Catalogue& catalogue, domain::MeetingId id);
/// Hours as they were written become "08:00".
void tidyHours(domain::Meeting& meeting);
/// "Ủy viên – …" order: chair, vice chairs, secretary, members.
MemberRow memberRow(const PeopleLookup& people, const Stored<domain::CouncilMember>& member);

}
