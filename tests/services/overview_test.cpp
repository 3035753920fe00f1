// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview says is due, on days of the sample's year.
#include "services/award/overview_service.h"
#include "domain/initiative.h"
#include "services/core/school_service.h"
#include "services/follow/initiative_service.h"
#include "services/people/people_service.h"
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

bool has(const std::string& all, const std::string& part)
{
    return all.find(part) != std::string::npos;
}

}

TEST_CASE("who waits is called what they are: people alone are people, and waiting initiatives open alone")
{
    SampleSchool school(Date(2023, 5, 20));
    const auto tasks = OverviewService(school.file()).overview(school.year(2022), OverviewService::Tasks::OfRowsAlone).value().tasks;
    const auto task = [&](const std::string& part) {
        const auto found = std::ranges::find_if(tasks, [&](const auto& one) { return has(one.title, part); });
        REQUIRE(found != tasks.end());
        return *found;
    };
    CHECK(has(task("đăng ký mà chưa có đề nghị").title, "14 người đăng ký"));
    CHECK_FALSE(has(task("đăng ký mà chưa có đề nghị").detail, "tập thể"));
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
    CHECK(has(september, "32 người chưa đăng ký"));
    CHECK(has(september, "Chưa có kế hoạch thi đua của năm học"));
    CHECK(has(september, "Chưa lập Hội đồng"));
    CHECK_FALSE(has(september, "kết quả năm học"));
    CHECK_FALSE(has(september, "chưa có đề nghị"));
    CHECK(has(says(Date(2021, 10, 20)), "Đã bắt đầu 06/09, chưa phát động"));
    const auto halfYear = says(Date(2022, 1, 12));
    CHECK(has(halfYear, "Hết học kỳ I, chưa sơ kết"));
    CHECK_FALSE(has(halfYear, "chưa đăng ký")); // the list has been handed in
    const auto may = says(Date(2022, 5, 5));
    CHECK(has(may, "25 người, tập thể chưa đủ kết quả năm học | 123 ô chưa biết"));
    CHECK(has(may, "25 người, tập thể đăng ký mà chưa có đề nghị"));
    CHECK_FALSE(has(may, "chưa đăng ký"));
    CHECK(has(says(Date(2022, 5, 25)), "25 người, tập thể chờ Hội đồng họp xét"));
    CHECK(has(says(Date(2022, 5, 27)), "25 người, tập thể đã được Hội đồng thông qua | Chưa có trong tờ trình nào"));
    const auto june = says(Date(2022, 6, 2));
    CHECK(has(june, "28 đề nghị chờ kết quả của cấp trên"));
    CHECK_FALSE(has(june, "Hội đồng họp xét"));
}

TEST_CASE("an initiative that nobody has decided about waits, until somebody does")
{
    SampleOn sample(Date(2022, 5, 5));
    auto& file = sample.file;
    const auto year = sample.year;
    const auto asked = [&] {
        const auto overview = OverviewService(*file).overview(year, OverviewService::Tasks::OfRowsAlone).value();
        for (const auto& task : overview.tasks)
            if (has(task.title, "chờ công nhận"))
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
    CHECK(has(asked(), "Vườn rau của em"));
    CHECK(has(asked(), "initiatives"));
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
