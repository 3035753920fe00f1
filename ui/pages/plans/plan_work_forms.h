// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_work.h"
#include "ui/pages/kit/list_page.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui::prepare {

/// Forms about what goes on around a plan, for the panel of the page: each says what it writes.
struct PlanWorkEnv {
    services::SchoolFile& file;
    OperationRunner& runner;
    std::optional<domain::SchoolYearId> year; ///< whose people and teams are offered
};

/// Those to whom a task can be given: people as their number, collectives as its negative.
std::vector<SearchField::Option> doers(const PlanWorkEnv& env);
std::optional<std::int64_t> doerKey(const domain::SubjectRef& subject);
domain::SubjectRef doerOf(std::optional<std::int64_t> key);
/// Teams and other collectives within the school.
std::vector<ChoiceField::Choice> teamChoices(const PlanWorkEnv& env);

/// How far a task is.
PanelForm taskProgressForm(const PlanWorkEnv& env, const services::PlanWork& work, domain::PlanTaskId chosen);
/// When each team received the plan and when it had carried it out.
PanelForm receiptsForm(const PlanWorkEnv& env, domain::PlanId plan, const services::PlanWork& work);
/// What a team finds difficult; none: a new one.
PanelForm difficultyForm(const PlanWorkEnv& env, domain::PlanId plan, const services::PlanWork& work, const services::Stored<domain::PlanDifficulty>* row);
/// The council's answer.
PanelForm answerForm(const PlanWorkEnv& env, domain::PlanId plan, const services::Stored<domain::PlanDifficulty>& row);

/// “Trọng tâm, việc khó”
QString marksText(const domain::PlanTask& task);
Tone toneOf(domain::TaskState state);

}
