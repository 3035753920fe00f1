// SPDX-License-Identifier: GPL-3.0-or-later
// What is still open is told before a school year is closed.
#include "services/award/year_end.h"
#include "services/core/internal.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "services/sample_school.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

bool tells(SampleSchool& school, int year, const std::string& words)
{
    const auto open = openMatters(school.file(), school.year(year)).value();
    return std::ranges::any_of(open, [&words](const auto& one) { return one.find(words) != std::string::npos; });
}

}

TEST_CASE("a year that has barely begun tells its open matters by kind, counted and named")
{
    SampleSchool school(Date(2022, 10, 3));
    const auto open = openMatters(school.file(), school.year(2022)).value();
    REQUIRE_FALSE(open.empty());
    for (const auto& one : open) {
        INFO(one);
        CHECK(one.find('%') == std::string::npos);
        CHECK(std::isdigit(static_cast<unsigned char>(one.front())));
    }
    CHECK(tells(school, 2022, "người chưa có xếp loại năm học"));
    CHECK(tells(school, 2022, "đăng ký chưa có đề nghị"));
    REQUIRE(NominationService(school.file()).nominate(school.year(2022), Date(2022, 10, 3)));
    CHECK_FALSE(tells(school, 2022, "đăng ký chưa có đề nghị"));
    CHECK(tells(school, 2022, "chờ Hội đồng xét"));
}

TEST_CASE("a year that was lived to its end has nothing of its council open, and a meeting that is not closed is named")
{
    SampleSchool school(Date(2022, 9, 23));
    CHECK_FALSE(tells(school, 2021, "phiên họp chưa chốt"));
    CHECK_FALSE(tells(school, 2021, "chờ Hội đồng xét"));
    CHECK_FALSE(tells(school, 2021, "chưa ghi kết quả của cấp trên"));
    REQUIRE(SchoolService(school.file()).reopenYear(school.year(2021), "Họp bổ sung", SchoolService(school.file()).headName().value()));
    CouncilService councils(school.file());
    const auto all = councils.councils(school.year(2021)).value();
    domain::Meeting meeting;
    meeting.council = all.front().id;
    meeting.title = "Họp bổ sung";
    meeting.heldOn = Date(2022, 9, 20);
    REQUIRE(councils.createMeeting(meeting));
    CHECK(tells(school, 2021, "1 phiên họp chưa chốt: Họp bổ sung (20/09/2022)."));
}
