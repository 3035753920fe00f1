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
/// The counts of one round as rows: each is checked against who votes on its line; fields "2.collected".
Result<std::vector<std::string>> writeTallies(Tx& tx, const MeetingDetail& detail, std::vector<domain::Tally> tallies);
/// A sentence while a box is open: nothing that bears on its ballots may change.
Result<void> needNoOpenRound(const MeetingDetail& detail);
/// Hours as they were written become "08:00".
void tidyHours(domain::Meeting& meeting);
/// "Ủy viên – …" order: chair, vice chairs, secretary, members.
MemberRow memberRow(const PeopleLookup& people, const Stored<domain::CouncilMember>& member);

}
