// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/prepare/plan_work.h"

#include "base/school_year.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/people/subject_name.h"
#include "storage/repo/year_numbers.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const PlanTask& task)
{
    std::vector<FieldIssue> issues;
    require(issues, task.text, "text", "plan-task.text-missing");
    if (task.subject.person && task.subject.collective)
        issues.push_back({"person", "plan-task.one-doer", {}});
    return issues;
}

namespace {

Result<Stored<Plan>> draftOf(Reader& reader, PlanId id)
{
    TD_TRY(auto plan, need<Plan>(reader, id));
    TD_CHECK(checkStep(plan.data.state, PlanEvent::Edit, plan.data.number.text()));
    return plan;
}

/// Due within the year of a plan, or at no day.
std::vector<Stored<PlanTask>> tasksFor(Reader& reader, PlanId parent, const std::optional<SchoolYearId>& yearId)
{
    auto tasks = repo::planTasks(reader, parent);
    if (const auto year = yearId ? repo::yearNumber(reader, *yearId) : std::nullopt)
        std::erase_if(tasks, [&year](const auto& task) { return task.data.deadline && SchoolYear::of(*task.data.deadline) != *year; });
    return tasks;
}

void checkDay(std::vector<FieldIssue>& issues, const std::string& field, const std::optional<Date>& day, Date today)
{
    if (day && *day > today)
        issues.push_back({field, "plan-work.day-to-come", {day->vn()}});
}

std::vector<FieldIssue> difficultyIssues(const PlanDifficulty& difficulty, Date today)
{
    std::vector<FieldIssue> issues;
    require(issues, difficulty.text, "text", "difficulty.text-missing");
    if (difficulty.team.value() == 0)
        issues.push_back({"team", "difficulty.team-missing", {}});
    checkDay(issues, "raisedOn", difficulty.raisedOn, today);
    if (difficulty.answeredOn && *difficulty.answeredOn < difficulty.raisedOn)
        issues.push_back({"raisedOn", "difficulty.answered-before", {difficulty.answeredOn->vn(), difficulty.raisedOn.vn()}});
    return issues;
}

std::string nameOfTeam(Reader& reader, CollectiveId id)
{
    return subjectName(reader, SubjectRef::of(id));
}

}

Result<PlanWork> PlanWorkService::work(PlanId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<PlanWork> {
        TD_TRY(const auto plan, need<Plan>(reader, id));
        PlanWork work;
        work.tasks = repo::planTasks(reader, id);
        for (const auto& task : work.tasks)
            work.doers.push_back(subjectName(reader, task.data.subject));
        work.receipts = repo::planReceipts(reader, id);
        work.difficulties = repo::planDifficulties(reader, id);
        for (const auto& receipt : work.receipts)
            work.teams[receipt.data.team] = nameOfTeam(reader, receipt.data.team);
        for (const auto& difficulty : work.difficulties)
            work.teams[difficulty.data.team] = nameOfTeam(reader, difficulty.data.team);
        if (const auto parent = plan.data.parent ? reader.find<Plan>(*plan.data.parent) : std::nullopt)
            work.above = TakenOver{*parent, repo::targets(reader, parent->id), tasksFor(reader, parent->id, plan.data.year)};
        for (auto& other : repo::plans(reader))
            if (other.data.parent == id)
                work.below.push_back(std::move(other));
        return work;
    });
}

Result<PlanId> PlanWorkService::planOf(PlanTaskId task)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<PlanId> {
        TD_TRY(const auto row, need<PlanTask>(reader, task));
        return row.data.plan;
    });
}

Result<PlanId> PlanWorkService::planOf(PlanDifficultyId difficulty)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<PlanId> {
        TD_TRY(const auto row, need<PlanDifficulty>(reader, difficulty));
        return row.data.plan;
    });
}

Written<PlanTaskId> PlanWorkService::addTask(const PlanTask& given)
{
    return writeTo<PlanTaskId>(m_file, Op::AddPlanTask, [&](Tx& tx) -> Result<PlanTaskId> {
        TD_CHECK(draftOf(tx, given.plan));
        if (auto issues = validate(given); !issues.empty())
            return fail(std::move(issues));
        PlanTask task = given;
        const auto all = repo::planTasks(tx, task.plan);
        task.seq = all.empty() ? 1 : all.back().data.seq + 1;
        task.state = TaskState::Open;
        task.doneOn.reset();
        task.note.clear();
        tx.setLabel({task.text});
        return tx.insert(task);
    });
}

Written<Done> PlanWorkService::editTask(PlanTaskId id, const PlanTask& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditPlanTask, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<PlanTask>(tx, id));
        TD_CHECK(draftOf(tx, before.data.plan));
        if (auto issues = validate(given); !issues.empty())
            return fail(std::move(issues));
        PlanTask task = given; // how it goes has a verb of its own
        task.plan = before.data.plan;
        task.seq = before.data.seq;
        task.state = before.data.state;
        task.doneOn = before.data.doneOn;
        task.note = before.data.note;
        tx.setLabel({task.text});
        tx.update(id, task, version);
        return Done{};
    });
}

Written<Done> PlanWorkService::removeTask(PlanTaskId id)
{
    auto removed = writeTo<Done>(m_file, Op::RemovePlanTask, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto task, need<PlanTask>(tx, id));
        TD_CHECK(draftOf(tx, task.data.plan));
        tx.setLabel({task.data.text});
        tx.remove<PlanTask>(id);
        return Done{};
    });
    if (!removed && removed.error().key == "row.in-use")
        return fail(ErrorCode::WrongState, "plan-task.in-use");
    return removed;
}

Written<Done> PlanWorkService::recordTask(PlanTaskId id, TaskState state, std::optional<Date> doneOn, const std::string& note)
{
    return writeTo<Done>(m_file, Op::RecordPlanTask, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto task, need<PlanTask>(tx, id));
        std::vector<FieldIssue> issues;
        if (state == TaskState::Done && !doneOn)
            issues.push_back({"doneOn", "plan-task.day-missing", {}});
        checkDay(issues, "doneOn", doneOn, m_file.clock().today());
        if (!issues.empty())
            return fail(std::move(issues));
        task.data.state = state;
        task.data.doneOn = state == TaskState::Done ? doneOn : std::nullopt;
        task.data.note = note;
        tx.setLabel({task.data.text});
        tx.update(id, task.data);
        return Done{};
    });
}

Written<Done> PlanWorkService::recordReceipts(PlanId id, const std::vector<PlanReceipt>& given)
{
    return writeTo<Done>(m_file, Op::RecordPlanReceipts, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto plan, need<Plan>(tx, id));
        if (!plan.data.number.issuedOn)
            return fail(ErrorCode::WrongState, "plan-receipt.not-issued", {plan.data.title});
        std::vector<FieldIssue> issues;
        const auto today = m_file.clock().today();
        for (const auto& receipt : given) {
            const auto team = std::to_string(receipt.team.value());
            checkDay(issues, "receivedOn." + team, receipt.receivedOn, today);
            checkDay(issues, "carriedOutOn." + team, receipt.carriedOutOn, today);
            if (receipt.receivedOn < *plan.data.number.issuedOn)
                issues.push_back({"receivedOn." + team, "plan-receipt.before-issue", {nameOfTeam(tx, receipt.team), receipt.receivedOn.vn(), plan.data.number.issuedOn->vn()}});
            if (receipt.carriedOutOn && *receipt.carriedOutOn < receipt.receivedOn)
                issues.push_back({"carriedOutOn." + team, "plan-receipt.order", {nameOfTeam(tx, receipt.team), receipt.carriedOutOn->vn(), receipt.receivedOn.vn()}});
        }
        if (!issues.empty())
            return fail(std::move(issues));
        const auto before = repo::planReceipts(tx, id);
        for (auto receipt : given) {
            receipt.plan = id;
            const auto own = std::ranges::find_if(before, [&receipt](const auto& row) { return row.data.team == receipt.team; });
            if (own == before.end())
                tx.insert(receipt);
            else if (own->data != receipt)
                tx.update(own->id, receipt);
        }
        for (const auto& row : before)
            if (std::ranges::none_of(given, [&row](const auto& receipt) { return receipt.team == row.data.team; }))
                tx.remove<PlanReceipt>(row.id);
        tx.setLabel({plan.data.title});
        return Done{};
    });
}

Written<PlanDifficultyId> PlanWorkService::addDifficulty(const PlanDifficulty& given)
{
    return writeTo<PlanDifficultyId>(m_file, Op::AddDifficulty, [&](Tx& tx) -> Result<PlanDifficultyId> {
        PlanDifficulty difficulty = given;
        difficulty.answer.clear();
        difficulty.answeredOn.reset();
        TD_CHECK(need<Plan>(tx, difficulty.plan));
        if (auto issues = difficultyIssues(difficulty, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({nameOfTeam(tx, difficulty.team)});
        return tx.insert(difficulty);
    });
}

Written<Done> PlanWorkService::editDifficulty(PlanDifficultyId id, const PlanDifficulty& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditDifficulty, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<PlanDifficulty>(tx, id));
        PlanDifficulty difficulty = given;
        difficulty.plan = before.data.plan;
        difficulty.answer = before.data.answer;
        difficulty.answeredOn = before.data.answeredOn;
        if (auto issues = difficultyIssues(difficulty, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({nameOfTeam(tx, difficulty.team)});
        tx.update(id, difficulty, version);
        return Done{};
    });
}

Written<Done> PlanWorkService::answerDifficulty(PlanDifficultyId id, const std::string& answer, std::optional<Date> on)
{
    return writeTo<Done>(m_file, Op::AnswerDifficulty, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto difficulty, need<PlanDifficulty>(tx, id));
        std::vector<FieldIssue> issues;
        require(issues, answer, "answer", "difficulty.answer-missing");
        if (!on)
            issues.push_back({"answeredOn", "difficulty.day-missing", {}});
        checkDay(issues, "answeredOn", on, m_file.clock().today());
        if (on && *on < difficulty.data.raisedOn)
            issues.push_back({"answeredOn", "difficulty.answered-before", {on->vn(), difficulty.data.raisedOn.vn()}});
        if (!issues.empty())
            return fail(std::move(issues));
        difficulty.data.answer = answer;
        difficulty.data.answeredOn = on;
        tx.setLabel({nameOfTeam(tx, difficulty.data.team)});
        tx.update(id, difficulty.data);
        return Done{};
    });
}

Written<Done> PlanWorkService::removeDifficulty(PlanDifficultyId id)
{
    return writeTo<Done>(m_file, Op::RemoveDifficulty, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto difficulty, need<PlanDifficulty>(tx, id));
        tx.setLabel({nameOfTeam(tx, difficulty.data.team)});
        tx.remove<PlanDifficulty>(id);
        return Done{};
    });
}

}
