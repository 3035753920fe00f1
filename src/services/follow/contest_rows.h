// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "services/follow/contest_service.h"
#include "services/people/people_lookup.h"
#include "storage/reader.h"

/// How contests are read. For the .cpp files of contest_service.h and the papers alone.
namespace thidua::services {

/// The contest with all that belongs to it.
ContestRow contestRow(storage::Reader& reader, const PeopleLookup& people, const Stored<domain::Contest>& contest);

/// An activity that the results make: one for each person and collective that took part.
struct ContestActivity {
    std::optional<domain::ActivityId> there; ///< written before
    domain::Activity activity;
};
std::vector<ContestActivity> activitiesOf(storage::Reader& reader, const ContestRow& row);
/// Those written before that no longer belong to anybody who took part.
std::vector<domain::ActivityId> leftOver(const ContestRow& row, const std::vector<ContestActivity>& made);

}
