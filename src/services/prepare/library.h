// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan_work.h"
#include "services/prepare/plan_service.h"

/// What stands ready for plans and papers before anybody has written anything.
namespace thidua::services {

/// A text that the rules cite and that the school's library has not yet.
struct ReadyText {
    domain::LegalText text;
    bool certain = true;                         ///< day and abstract have been compared with the original
};
Result<std::vector<ReadyText>> readyTexts(SchoolFile& file);
/// Whether a basis speaks of a text that by the rules is no longer in force today.
bool citesExpired(const SchoolFile& file, const std::string& wording);

/// The targets that nearly every school sets for a year, with its own figures to be entered.
std::vector<domain::Target> usualTargets(SchoolFile& file, domain::SchoolYearId year);
/// Those of another plan, with nothing reached yet.
std::vector<domain::Target> carriedTargets(const PlanDetail& last);
/// A new plan together with its targets and tasks, in one step.
Written<domain::PlanId> createPlanWith(SchoolFile& file, const PlanDraft& draft, const std::vector<domain::Target>& targets,
                                       const std::vector<domain::PlanTask>& tasks = {});

}
