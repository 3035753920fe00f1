// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "services/prepare/plan_service.h"

namespace thidua::ui::prepare {

/// A plan of the year `to` after one of the year `from`: sections and recipients with the new year's name in them, and those bases
/// that do not speak of the old year.
services::PlanDraft carriedOver(const services::PlanDetail& last, domain::SchoolYearId year, SchoolYear from, SchoolYear to);

/// Its targets, with this year's name in them and nothing reached.
std::vector<domain::Target> carriedTargets(const services::PlanDetail& last, SchoolYear from, SchoolYear to);

}
