// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/named_group.h"
#include "storage/reader.h"

#include <vector>

/// What people and collectives do through the year, and the groups that ratios are counted against.
namespace thidua::storage::repo {

using namespace domain;

/// In their own order, then by name.
std::vector<Stored<ActivityKind>> activityKinds(Reader& reader);
/// Of a school year, the newest first; people as they are now.
std::vector<Stored<Activity>> activities(Reader& reader, SchoolYearId year);
/// Of all school years, the newest first.
std::vector<Stored<Activity>> activitiesOf(Reader& reader, const SubjectRef& subject);
std::vector<Stored<Activity>> activitiesOf(Reader& reader, CampaignId campaign);
bool anyActivity(Reader& reader, ActivityKindId kind);
/// Targets that are counted by a metric.
std::int64_t targetsCountedBy(Reader& reader, const std::string& metric);

std::vector<Stored<NamedGroup>> namedGroups(Reader& reader, SchoolYearId year);
std::vector<Stored<NamedGroupMember>> membersOf(Reader& reader, NamedGroupId group);

}
