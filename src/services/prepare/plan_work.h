// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "domain/plan_work.h"
#include "domain/target.h"
#include "services/core/school_file.h"

#include <map>

namespace thidua::services {

/// What a plan of a longer time gives to the year of the plan that stands under it.
struct TakenOver {
    Stored<domain::Plan> parent;
    std::vector<Stored<domain::Target>> targets;
    std::vector<Stored<domain::PlanTask>> tasks; ///< due in that year, or at no day
};

struct PlanWork {
    std::vector<Stored<domain::PlanTask>> tasks;
    std::vector<std::string> doers;              ///< of the tasks: names as they are called today, empty where nobody is named
    std::vector<Stored<domain::PlanReceipt>> receipts;
    std::vector<Stored<domain::PlanDifficulty>> difficulties;
    std::map<domain::CollectiveId, std::string> teams; ///< the names of those that receipts and difficulties speak of
    std::optional<TakenOver> above;
    std::vector<Stored<domain::Plan>> below;     ///< the plans that stand under this one
};

std::vector<FieldIssue> validate(const domain::PlanTask& task);

/// Nhiệm vụ of a plan, who received it and what teams find difficult. Tasks are written with the draft; how they go, receipts and
/// difficulties also when the plan is issued.
class PlanWorkService {
public:
    explicit PlanWorkService(SchoolFile& file) : m_file(file) {}

    Result<PlanWork> work(domain::PlanId plan);
    Result<domain::PlanId> planOf(domain::PlanTaskId task);
    Result<domain::PlanId> planOf(domain::PlanDifficultyId difficulty);

    Written<domain::PlanTaskId> addTask(const domain::PlanTask& task);
    Written<Done> editTask(domain::PlanTaskId id, const domain::PlanTask& task, domain::RowVersion version);
    Written<Done> removeTask(domain::PlanTaskId id);
    Written<Done> recordTask(domain::PlanTaskId id, domain::TaskState state, std::optional<Date> doneOn, const std::string& note);

    /// The whole sheet of a plan: a team that is not in it has not received the plan. Fields "receivedOn.<team>", "carriedOutOn.<team>".
    Written<Done> recordReceipts(domain::PlanId plan, const std::vector<domain::PlanReceipt>& receipts);

    Written<domain::PlanDifficultyId> addDifficulty(const domain::PlanDifficulty& difficulty);
    /// Not the answer, which has a verb of its own.
    Written<Done> editDifficulty(domain::PlanDifficultyId id, const domain::PlanDifficulty& difficulty, domain::RowVersion version);
    Written<Done> answerDifficulty(domain::PlanDifficultyId id, const std::string& answer, std::optional<Date> on);
    Written<Done> removeDifficulty(domain::PlanDifficultyId id);

private:
    SchoolFile& m_file;
};

}
