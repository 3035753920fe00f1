// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview says is due, on days of the sample's year.
#include "services/award/overview_service.h"
#include "domain/campaign.h"
#include "domain/initiative.h"
#include "domain/plan.h"
#include "services/core/school_service.h"
#include "services/follow/contest_service.h"
#include "services/follow/initiative_service.h"
#include "services/people/people_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "services/prepare/plan_work.h"
#include "services/review/nomination_service.h"
#include "services/sample_school.h"
#include "support/catch.h"
#include "services/sample_school.h"
#include "support/sample_until.h"
#include "support/scratch.h"
#include "support/table_dump.h"

#include <algorithm>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

std::vector<OverviewTask> tasksOn(Date day)
{
    const SampleOn sample(day);
    return OverviewService(*sample.file).overview(sample.year, OverviewService::Tasks::OfRowsAlone).value().tasks;
}

bool overviewSays(const std::string& all, const std::string& part)
{
    return all.find(part) != std::string::npos;
}

}

TEST_CASE("who waits is called what they are: people alone are people, and waiting initiatives open alone")
{
    SampleSchool school(Date(2023, 5, 20));
    const auto tasks = OverviewService(school.file()).overview(school.year(2022), OverviewService::Tasks::OfRowsAlone).value().tasks;
    const auto task = [&](const std::string& part) {
        const auto found = std::ranges::find_if(tasks, [&](const auto& one) { return overviewSays(one.title, part); });
        REQUIRE(found != tasks.end());
        return *found;
    };
    CHECK(overviewSays(task("đăng ký mà chưa có đề nghị").title, "14 người đăng ký"));
    CHECK_FALSE(overviewSays(task("đăng ký mà chưa có đề nghị").detail, "tập thể"));
    CHECK(task("sáng kiến chờ công nhận").command == "initiatives.waiting");
}

TEST_CASE("the first nomination leaves the limits of what is registered in sight")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto limits = [&] {
        std::set<std::string> honours;
        for (const auto overview = OverviewService(school.file()).overview(school.year(2022), OverviewService::Tasks::OfRowsAlone).value(); const auto& quota : overview.quotas)
            honours.insert(quota.honour);
        return honours;
    };
    const auto before = limits();
    REQUIRE_FALSE(before.empty());
    REQUIRE(NominationService(school.file()).add(school.year(2022), school.person("A Khôi"), "lao-dong-tien-tien", Date(2022, 9, 23)));
    CHECK(limits() == before);
}

TEST_CASE("each time of the year has its tasks, and none is asked for out of its time")
{
    const auto says = [](Date day) {
        std::string all;
        for (const auto& task : tasksOn(day))
            all += task.title + " | " + task.detail + "\n";
        return all;
    };
    const auto september = says(Date(2021, 9, 6));
    CHECK(overviewSays(september, "32 người chưa đăng ký"));
    CHECK(overviewSays(september, "Chưa có kế hoạch thi đua của năm học"));
    CHECK(overviewSays(september, "Chưa lập Hội đồng"));
    CHECK_FALSE(overviewSays(september, "kết quả năm học"));
    CHECK_FALSE(overviewSays(september, "chưa có đề nghị"));
    CHECK(overviewSays(says(Date(2021, 10, 20)), "Đã bắt đầu 06/09, chưa phát động"));
    const auto halfYear = says(Date(2022, 1, 12));
    CHECK(overviewSays(halfYear, "Hết học kỳ I, chưa sơ kết"));
    CHECK_FALSE(overviewSays(halfYear, "chưa đăng ký")); // the list has been handed in
    const auto may = says(Date(2022, 5, 5));
    CHECK(overviewSays(may, "25 người, tập thể chưa đủ kết quả năm học | 123 ô chưa biết"));
    CHECK(overviewSays(may, "25 người, tập thể đăng ký mà chưa có đề nghị"));
    CHECK_FALSE(overviewSays(may, "chưa đăng ký"));
    CHECK(overviewSays(says(Date(2022, 5, 25)), "25 người, tập thể chờ Hội đồng họp xét"));
    CHECK(overviewSays(says(Date(2022, 5, 27)), "25 người, tập thể đã được Hội đồng thông qua | Chưa có trong tờ trình nào"));
    const auto june = says(Date(2022, 6, 2));
    CHECK(overviewSays(june, "28 đề nghị chờ kết quả của cấp trên"));
    CHECK_FALSE(overviewSays(june, "Hội đồng họp xét"));
}

TEST_CASE("an initiative that nobody has decided about waits, until somebody does")
{
    SampleOn sample(Date(2022, 5, 5));
    auto& file = sample.file;
    const auto year = sample.year;
    const auto asked = [&] {
        const auto overview = OverviewService(*file).overview(year, OverviewService::Tasks::OfRowsAlone).value();
        for (const auto& task : overview.tasks)
            if (overviewSays(task.title, "chờ công nhận"))
                return task.title + " | " + task.detail + " | " + task.page;
        return std::string();
    };
    const auto before = asked();
    InitiativeService initiatives(*file);
    domain::Initiative row;
    row.year = year;
    row.title = "Vườn rau của em";
    row.registeredOn = Date(2021, 9, 20);
    std::vector<domain::InitiativeAuthor> authors(1);
    authors.front().person = PeopleService(*file).staff(year)->front().id;
    const auto id = initiatives.addInitiative(row, authors).value().value;
    CHECK(overviewSays(asked(), "Vườn rau của em"));
    CHECK(overviewSays(asked(), "initiatives"));
    REQUIRE(initiatives.rejectInitiative(id));
    CHECK(asked() == before);
}

TEST_CASE("a task about some people names exactly them, or the form that does it")
{
    for (const auto& task : tasksOn(Date(2022, 5, 5))) {
        if (task.page == std::string("year-records"))
            CHECK(task.who.size() == 25);
        if (task.title.find("chưa có đề nghị") != std::string::npos)
            CHECK(task.command == "nominations.gather");
    }
    const auto september = tasksOn(Date(2021, 9, 6));
    const auto absent = std::ranges::find_if(september, [](const auto& task) { return task.title == "32 người chưa đăng ký"; });
    REQUIRE(absent != september.end());
    CHECK(absent->who.size() == 32);
}

TEST_CASE("a task about one row opens that row, with what its button says; one about a limit shows whom it is about")
{
    const auto about = [](Date day, domain::EntityKind kind) {
        const auto tasks = tasksOn(day);
        const auto found = std::ranges::find_if(tasks, [kind](const auto& task) { return task.record && task.record->kind == kind; });
        REQUIRE(found != tasks.end());
        CHECK(found->record->id > 0);
        return found->command;
    };
    CHECK(about(Date(2021, 10, 20), domain::EntityKind::Campaign) == "campaigns.launch");
    CHECK(about(Date(2022, 1, 12), domain::EntityKind::Campaign) == "campaigns.review");
    CHECK(about(Date(2022, 6, 2), domain::EntityKind::Submission) == "submissions.outcome");
    const auto may = tasksOn(Date(2022, 5, 5));
    const auto over = std::ranges::find(may, TaskTone::Bad, &OverviewTask::tone);
    REQUIRE(over != may.end());
    CHECK(over->action == "Xem ai vượt");
    CHECK(over->who.size() == 4);
}

TEST_CASE("nothing is waiting only when nothing is: a file without a copy still says so")
{
    const auto march = tasksOn(Date(2022, 3, 20));
    REQUIRE_FALSE(march.empty());
    CHECK(march.back().command == "overview.backup");
}

TEST_CASE("tasks of the week with whose they are, difficulties without an answer and reports owed stand in the overview, each with what it opens")
{
    SampleOn sample(Date(2021, 11, 8));
    auto& file = *sample.file;
    const auto tasks = [&] { return OverviewService(file).overview(sample.year, OverviewService::Tasks::OfRowsAlone).value().tasks; };
    const auto find = [](const std::vector<OverviewTask>& all, const std::string& part) {
        const auto found = std::ranges::find_if(all, [&part](const auto& task) { return overviewSays(task.title, part); });
        return found == all.end() ? std::optional<OverviewTask>() : std::optional(*found);
    };
    const auto plans = PlanService(file).plans(sample.year).value();
    const auto plan = std::ranges::find(plans, domain::PlanState::Issued, [](const auto& row) { return row.data.state; })->id;
    PlanWorkService works(file);
    const auto work = works.work(plan).value();
    // Every task of the sample by its own day: named the week before, late the day after.
    bool week = false, late = false;
    for (const auto& task : work.tasks) {
        if (!task.data.deadline || task.data.state == domain::TaskState::Done || *task.data.deadline < sample.clock.today() || *task.data.deadline > Date(2022, 3, 1))
            continue;
        sample.clock.set(task.data.deadline->plusDays(-3));
        week = week || find(tasks(), "đến hạn trong tuần").has_value();
        sample.clock.set(task.data.deadline->plusDays(1));
        const auto line = find(tasks(), "quá hạn");
        late = late || (line && line->record && (line->record->kind == domain::EntityKind::PlanTask || line->record->kind == domain::EntityKind::Plan));
    }
    CHECK(week);
    CHECK(late);
    sample.clock.set(Date(2021, 11, 8));
    CHECK_FALSE(find(tasks(), "chưa trả lời"));
    domain::PlanDifficulty difficulty;
    difficulty.plan = plan;
    difficulty.team = work.receipts.front().data.team;
    difficulty.raisedOn = Date(2021, 11, 5);
    difficulty.text = "Thiếu máy chiếu cho tiết thao giảng";
    const auto id = works.addDifficulty(difficulty).value().value;
    const auto asked = find(tasks(), "chưa trả lời");
    REQUIRE(asked);
    CHECK(asked->record->kind == domain::EntityKind::PlanDifficulty);
    CHECK(asked->record->id == id.value());
    CHECK(works.planOf(id).value() == plan);
    REQUIRE(works.answerDifficulty(id, "Mượn của trường bạn", Date(2021, 11, 8)));
    CHECK_FALSE(find(tasks(), "chưa trả lời"));

    CampaignService campaigns(file);
    const auto campaign = campaigns.campaigns(sample.year).value().front().id;
    domain::CampaignReport report;
    report.name = "Báo cáo sơ kết phong trào";
    report.sentTo = "Phòng GD&ĐT";
    report.dueOn = Date(2021, 12, 31);
    REQUIRE(campaigns.setReports(campaign, {report}));
    CHECK_FALSE(find(tasks(), "Báo cáo sơ kết phong trào")); // not so long before
    report.dueOn = Date(2021, 11, 15);
    REQUIRE(campaigns.setReports(campaign, {report}));
    const auto owed = find(tasks(), "Báo cáo sơ kết phong trào phải gửi Phòng GD&ĐT");
    REQUIRE(owed);
    CHECK(owed->command == "campaigns.reports");
    sample.clock.set(Date(2021, 11, 20));
    CHECK(find(tasks(), "quá hạn, chưa gửi")->tone == TaskTone::Bad);
    report.sentOn = Date(2021, 11, 19);
    REQUIRE(campaigns.setReports(campaign, {report}));
    CHECK_FALSE(find(tasks(), "Báo cáo sơ kết phong trào"));
}

TEST_CASE("a contest that waits for marks, prizes or its results stands in the overview with what is to be done")
{
    SampleOn sample(Date(2022, 3, 25));
    auto& file = *sample.file;
    const auto line = [&] {
        const auto tasks = OverviewService(file).overview(sample.year, OverviewService::Tasks::OfRowsAlone).value().tasks;
        for (const auto& task : tasks)
            if (task.page == std::string("contests"))
                return task.detail + " | " + task.command;
        return std::string();
    };
    CHECK(line() == "Đã chấm, chưa xếp giải | contests.prizes");
    ContestService service(file);
    const auto row = service.contests(sample.year).value().front();
    REQUIRE(service.givePrizes(row.id, {{row.entries.front().id, row.prizes.back().id}}));
    CHECK(line() == "Đã xếp giải, chưa ghi vào sổ hoạt động | contests.confirm");
    REQUIRE(service.confirm(row.id));
    CHECK(line().empty());
    REQUIRE(service.recordMarks(row.id, {{row.entries.front().id, row.judges.front().id, 300}}));
    CHECK(line().empty()); // a mark alone changes no prize
    REQUIRE(service.givePrizes(row.id, {{row.entries.front().id, row.prizes.front().id}}));
    CHECK(line() == "Kết quả đã sửa, sổ hoạt động chưa theo | contests.confirm");
    CHECK(SampleOn(Date(2022, 3, 10)).file != nullptr);
}
