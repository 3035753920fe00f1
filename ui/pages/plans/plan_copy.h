// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "services/prepare/plan_work.h"
#include "services/prepare/plan_service.h"

#include <QStringList>

#include <functional>

namespace thidua::ui::prepare {

/// A plan of the year `to` after one of the year `from`: sections and recipients with the new year's name in them, and those bases
/// that do not speak of the old year.
services::PlanDraft carriedOver(const services::PlanDetail& last, domain::SchoolYearId year, SchoolYear from, SchoolYear to);

/// What is still to be looked at in a plan that was made after last year's: bases that were left out, days and years of the year before,
/// bases that are no longer in force.
QStringList carryNotes(services::SchoolFile& file, const services::PlanDetail& last, const services::PlanDraft& draft, SchoolYear from, SchoolYear to);

/// Its tasks as nobody has begun them: due a year later, and nobody's where `serves` says that who had it is not there this year.
std::vector<domain::PlanTask> carriedTasks(const services::PlanWork& last, SchoolYear from, SchoolYear to, const std::function<bool(const domain::SubjectRef&)>& serves);

/// Its targets, with this year's name in them and nothing reached.
std::vector<domain::Target> carriedTargets(const services::PlanDetail& last, SchoolYear from, SchoolYear to);

}
