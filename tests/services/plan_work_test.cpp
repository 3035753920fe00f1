// SPDX-License-Identifier: GPL-3.0-or-later
// Plans under plans, their tasks, who received them and what teams find difficult.
#include "domain/plan_work.h"
#include "domain/collective.h"
#include "domain/school_year.h"
#include "services/people/people_service.h"
#include "services/prepare/plan_service.h"
#include "services/prepare/plan_work.h"
#include "services/sample_school.h"

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::PlanKind;
using domain::TaskState;

namespace {

class PlanWorking : public SampleSchool {
public:
    PlanWorking() : SampleSchool(Date(2022, 9, 23)) {}

    PlanDraft draft(PlanKind kind)
    {
        auto draft = PlanService(file()).proposedPlan(year(2022)).value();
        for (auto& section : draft.sections)
            if (section.role != domain::SectionRole::Heading)
                section.body = "Nội dung của mục này";
        draft.plan.kind = kind;
        if (kind == PlanKind::Period) {
            draft.plan.year.reset();
            draft.plan.fromYear = 2021;
            draft.plan.toYear = 2025;
        }
        return draft;
    }
    domain::PlanId add(const PlanDraft& draft)
    {
        const auto created = PlanService(file()).createPlan(draft);
        REQUIRE(created);
        return created->value;
    }
    std::string refusal(const PlanDraft& draft)
    {
        const auto created = PlanService(file()).createPlan(draft);
        REQUIRE_FALSE(created);
        return created.error().issues.front().key;
    }
    domain::PlanTask task(domain::PlanId plan, const char* text, std::optional<Date> deadline = {})
    {
        domain::PlanTask task;
        task.plan = plan;
        task.text = text;
        task.deadline = deadline;
        return task;
    }
    PlanWorkService work() { return PlanWorkService(file()); }
    domain::CollectiveId team() { return PeopleService(file()).collectives().value().back().id; }
};

}

TEST_CASE_METHOD(PlanWorking, "a year's plan stands under its period's, takes over what falls into the year, and no plan stands under itself")
{
    const auto period = add(draft(PlanKind::Period));
    REQUIRE(work().addTask(task(period, "Cả giai đoạn")));
    REQUIRE(work().addTask(task(period, "Trong năm", Date(2022, 12, 1))));
    REQUIRE(work().addTask(task(period, "Năm sau", Date(2024, 12, 1))));
    domain::Target target;
    target.plan = period;
    target.text = "Trường chuẩn";
    target.kind = domain::TargetKind::YesNo;
    REQUIRE(PlanService(file()).addTarget(target));
    auto under = draft(PlanKind::Year);
    under.plan.parent = period;
    const auto yearly = add(under);
    const auto seen = work().work(yearly).value();
    REQUIRE(seen.above);
    CHECK(seen.above->targets.size() == 1);
    REQUIRE(seen.above->tasks.size() == 2);
    CHECK(seen.above->tasks.back().data.text == "Trong năm");
    CHECK(work().work(period)->below.size() == 1);
    auto launch = draft(PlanKind::Launch);
    launch.plan.parent = yearly;
    add(launch);

    auto self = under;
    self.plan.parent = yearly;
    CHECK(PlanService(file()).editPlan(yearly, self, 1).error().issues.front().key == "plan.under-itself");
    CHECK(refusal(self) == "plan.parent-kind");
    auto top = draft(PlanKind::Period);
    top.plan.parent = period;
    CHECK(refusal(top) == "plan.period-on-top");
    auto early = draft(PlanKind::Period);
    early.plan.fromYear = 2016;
    early.plan.toYear = 2020;
    under.plan.parent = add(early);
    CHECK(refusal(under) == "plan.parent-other-time");
    CHECK(PlanService(file()).removePlan(period).error().key == "plan.has-plans-below");
}

TEST_CASE_METHOD(PlanWorking, "an issued plan keeps what its tasks ask; how they go, receipts and difficulties go on")
{
    const auto plan = add(draft(PlanKind::Launch));
    const auto id = work().addTask(task(plan, "Phát động đợt 1", Date(2022, 9, 20))).value().value;
    CHECK(work().recordReceipts(plan, {{plan, team(), Date(2022, 9, 22), {}, {}}}).error().key == "plan-receipt.not-issued");
    REQUIRE(PlanService(file()).issuePlan(plan, {77, "", Date(2022, 9, 15)}));
    CHECK_FALSE(work().editTask(id, task(plan, "Khác"), 1));
    CHECK_FALSE(work().addTask(task(plan, "Thêm")));
    CHECK(isLate(work().work(plan)->tasks.front().data, Date(2022, 9, 23)));
    CHECK(work().recordTask(id, TaskState::Done, {}, "").error().issues.front().key == "plan-task.day-missing");
    CHECK(work().recordTask(id, TaskState::Done, Date(2022, 9, 30), "").error().issues.front().key == "plan-work.day-to-come");
    REQUIRE(work().recordTask(id, TaskState::Done, Date(2022, 9, 19), "đã phát động"));
    CHECK(work().work(plan)->tasks.front().data.state == TaskState::Done);

    CHECK(work().recordReceipts(plan, {{plan, team(), Date(2022, 9, 10), {}, {}}}).error().issues.front().key == "plan-receipt.before-issue");
    CHECK(work().recordReceipts(plan, {{plan, team(), Date(2022, 9, 16), Date(2022, 9, 15), {}}}).error().issues.front().key == "plan-receipt.order");
    REQUIRE(work().recordReceipts(plan, {{plan, team(), Date(2022, 9, 16), Date(2022, 9, 22), {}}}));
    CHECK(work().work(plan)->receipts.size() == 1);
    REQUIRE(work().recordReceipts(plan, {}));
    CHECK(work().work(plan)->receipts.empty());
    REQUIRE(file().undo());
    CHECK(work().work(plan)->receipts.size() == 1);
}

TEST_CASE_METHOD(PlanWorking, "a difficulty gets the council's answer with its day")
{
    const auto plan = add(draft(PlanKind::Year));
    const auto one = work().addTask(task(plan, "Thiết bị")).value().value;
    domain::PlanDifficulty difficulty;
    difficulty.plan = plan;
    difficulty.task = one;
    difficulty.raisedOn = Date(2022, 9, 20);
    CHECK(work().addDifficulty(difficulty).error().issues.size() == 2); // neither words nor a team
    difficulty.text = "Thiếu máy chiếu";
    difficulty.team = team();
    const auto id = work().addDifficulty(difficulty).value().value;
    CHECK(work().answerDifficulty(id, "Mượn", Date(2022, 9, 19)).error().issues.front().key == "difficulty.answered-before");
    CHECK(work().answerDifficulty(id, "", Date(2022, 9, 21)).error().issues.front().key == "difficulty.answer-missing");
    REQUIRE(work().answerDifficulty(id, "Mượn của trường bạn", Date(2022, 9, 21)));
    CHECK(work().work(plan)->difficulties.front().data.answeredOn == Date(2022, 9, 21));
    CHECK(work().removeTask(one).error().key == "plan-task.in-use");
    // A draft goes with all of it, and comes back with all of it.
    REQUIRE(PlanService(file()).removePlan(plan));
    REQUIRE(file().undo());
    CHECK(work().work(plan)->difficulties.size() == 1);
}
