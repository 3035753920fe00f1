// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council.h"
#include "services/core/internal.h"
#include "services/review/council_service.h"

/// What council_service.cpp and meeting_service.cpp share.
namespace thidua::services {

CouncilRow councilRow(Reader& reader, const Stored<domain::Council>& council);
/// "Ủy viên – …" order: chair, vice chairs, secretary, members.
MemberRow memberRow(Reader& reader, const Stored<domain::CouncilMember>& member);

}
