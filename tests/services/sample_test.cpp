// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sample_school.h"

#include "services/award/decision_service.h"
#include "services/papers/paper_issuer.h"
#include "services/award/overview_service.h"
#include "services/core/sample_service.h"
#include "services/core/search.h"
#include "services/follow/registration_service.h"
#include "services/papers/document_service.h"
#include "services/people/people_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "storage/data_file.h"

#include "text/messages.h"

#include <algorithm>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

template <class Range, class Test>
auto countIf(const Range& range, Test test)
{
    return std::count_if(range.begin(), range.end(), test);
}

}

TEST_CASE("Măng Đen: 32 people, 26 of them teachers, and the seed's plan with all its facts")
{
    SampleSchool school(Date(2022, 6, 10));
    const auto year = school.year(2021);
    const auto staff = PeopleService(school.file()).staff(year).value();
    CHECK(staff.size() == 32);
    CHECK(countIf(staff, [](const auto& row) { return row.position == domain::Position::Teacher || row.position == domain::Position::TeamLeader; }) == 26);
    CHECK(countIf(staff, [](const auto& row) { return row.homonym; }) == 2);

    PlanService plans(school.file());
    const auto all = plans.plans(year).value();
    REQUIRE(all.size() == 1);
    const auto plan = plans.plan(all.front().id).value();
    CHECK(plan.bases.size() == 4);
    for (int item = 1; item <= 12; ++item) {
        const auto numbering = "2." + std::to_string(item) + ".";
        INFO(numbering);
        CHECK(countIf(plan.sections, [&](const auto& section) { return section.numbering == numbering; }) == 1);
    }
    const auto target = [&](int value, std::optional<int> denominator) {
        return countIf(plan.targets, [&](const auto& row) { return row.data.value == value && row.data.denominator == denominator; });
    };
    CHECK(target(24, 32) == 1);
    CHECK(target(6, 26) == 1);
    CHECK(target(9, 26) == 1);
    CHECK(target(3, 9) == 1);
    CHECK(target(4, std::nullopt) == 1);
    CHECK(plan.plan.data.state == domain::PlanState::Issued);
    // The basis 382/PGDĐT-TTr is older than the plan but younger than the registration deadline; the Labour Code of 2012 is not a basis.
    CHECK(PaperIssuer(school.file()).warnings(PaperKind::Plan, all.front().id.value(), {}).has_value());
}

TEST_CASE("Măng Đen: two rounds with their observances")
{
    SampleSchool school(Date(2022, 6, 10));
    const auto campaigns = CampaignService(school.file()).campaigns(school.year(2021)).value();
    const auto rounds = countIf(campaigns, [](const auto& row) { return row.campaign.kind == domain::CampaignKind::Round; });
    CHECK(rounds == 2);
    std::size_t observances = 0;
    for (const auto& row : campaigns)
        if (row.campaign.kind == domain::CampaignKind::Round)
            observances += row.observances.size();
    CHECK(observances == 5);
}

TEST_CASE("Măng Đen: the list handed in on 04/10/2021 stays as it was, the late one comes later")
{
    SampleSchool school(Date(2022, 6, 10));
    RegistrationService service(school.file());
    const auto lists = service.handedIn(school.year(2021)).value();
    REQUIRE(lists.size() == 1);
    CHECK(lists.front().list.handedInOn == Date(2021, 10, 4));
    const auto registered = countIf(lists.front().lines, [](const auto& line) { return line.subject.person && !line.titles.empty(); });
    CHECK(registered == 23);
    const auto board = service.board(school.year(2021)).value();
    CHECK(board.people == 32);
    CHECK(board.registered == 24);
    CHECK(countIf(board.rows, [](const auto& row) { return row.id && row.registration.late; }) == 1);
}

TEST_CASE("Măng Đen: four registered Chiến sĩ thi đua cơ sở for 24 are one too many, with the article")
{
    SampleSchool school(Date(2022, 6, 10));
    const auto board = RegistrationService(school.file()).board(school.year(2021)).value();
    const auto quota = std::find_if(board.quotas.begin(), board.quotas.end(), [](const auto& line) { return line.id == "of-lao-dong-tien-tien"; });
    REQUIRE(quota != board.quotas.end());
    CHECK(quota->count == 4);
    CHECK(quota->allowed == 3);
    CHECK_FALSE(quota->within);
    CHECK(quota->basis == "15 % của 24");
    CHECK(quota->citation.find("Điều 9") != std::string::npos);
}

TEST_CASE("Măng Đen: the meeting's counts add up and the fourth falls to the line")
{
    SampleSchool school(Date(2022, 6, 10));
    CouncilService service(school.file());
    const auto meetings = service.meetings(school.year(2021)).value();
    const auto review = std::find_if(meetings.begin(), meetings.end(), [&](const auto& row) { return service.meeting(row.id).value().tallies.size() == 29; });
    REQUIRE(review != meetings.end());
    const auto detail = service.meeting(review->id).value();
    CHECK(detail.members == 9);
    CHECK(detail.present == 8);
    CHECK(detail.tallies.size() == 29);
    for (const auto& row : detail.tallies) {
        REQUIRE(row.tally);
        CHECK(domain::validateTally(*row.tally, row.voters).empty());
        CHECK(row.needed == (row.honour == "tap-the-lao-dong-tien-tien" ? 5 : 7));
    }
    const auto failed = countIf(detail.tallies, [](const auto& row) { return !row.passes; });
    CHECK(failed == 1);
    for (const auto& quota : detail.quotas)
        CHECK(quota.within);
}

TEST_CASE("Măng Đen: the award list has every name once, collectives first, in Vietnamese order")
{
    SampleSchool school(Date(2022, 9, 1));
    const auto awards = DecisionService(school.file()).awards(school.year(2021)).value();
    CHECK(awards.size() == 28);
    CHECK(awards.front().subject.collective.has_value());
    for (std::size_t i = 2; i < awards.size(); ++i)
        if (awards[i].honour == awards[i - 1].honour)
            CHECK(awards[i - 1].sortKey <= awards[i].sortKey);
    CHECK(countIf(awards, [](const auto& row) { return row.decisionNumber.empty() || !row.decidedOn; }) == 0);
}

TEST_CASE("every paper of the sample can be built and none of the issued ones has a gap")
{
    SampleSchool school(Date(2022, 9, 23));
    DocumentService service(school.file());
    const auto all = service.printables().value();
    CHECK(all.size() > 15);
    for (const auto& printable : all) {
        const auto year = printable.year ? school.year(printable.year->startYear()) : school.year(2021);
        INFO(printable.title);
        const auto document = service.build(printable.kind, printable.id, year);
        REQUIRE(document);
        CHECK_FALSE(document->parts.empty());
        const bool final = printable.kind == PaperKind::AwardList || printable.kind == PaperKind::Submission || printable.kind == PaperKind::Decision
                        || printable.kind == PaperKind::Minutes || printable.kind == PaperKind::CountMinutes || (printable.kind == PaperKind::Plan && printable.year == SchoolYear(2021));
        for (const auto& gap : document->gaps)
            INFO("gap: " << gap.field);
        if (final)
            CHECK(document->gaps.empty());
    }
}

TEST_CASE("2022–2023 stands open with registrations begun")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto board = RegistrationService(school.file()).board(school.year(2022)).value();
    CHECK(board.registered == 14);
    CHECK(board.wanting >= 1);
    const auto overview = OverviewService(school.file()).overview(school.year(2022)).value();
    CHECK_FALSE(overview.tasks.empty());
    CHECK(overview.year.data.state == domain::YearState::Open);
}

TEST_CASE("search finds people without marks")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto hits = search(school.file(), school.year(2022), "do thi quynh nhu").value();
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().text == "Đỗ Thị Quỳnh Như");
    CHECK(hits.front().kind == "staff");
}

TEST_CASE("whatever the search finds has a page that opens it, and a word for what it is")
{
    SampleSchool school(Date(2022, 9, 23));
    std::set<std::string> kinds;
    for (const std::string any : {"a", "e", "i", "o", "u", "y", "1", "2"}) {
        const auto found = search(school.file(), school.year(2021), any, 10'000).value();
        for (const auto& hit : found) {
            kinds.insert(hit.kind);
            INFO(hit.kind << " " << hit.text);
            REQUIRE(hit.entity != domain::EntityKind::Count);
            REQUIRE_FALSE(hit.page.empty());
            REQUIRE(text::label("search-kind", hit.kind) != "search-kind." + hit.kind);
            REQUIRE(text::label("search-kind", hit.kind) != hit.kind);
        }
    }
    CHECK(kinds.contains("activity"));
    const auto past = search(school.file(), school.year(2022), "1186").value();
    REQUIRE(past.size() == 1);
    CHECK(past.front().text == "Quyết định số 1186/QĐ-UBND");
}

TEST_CASE("Hồng Dương: the period plan 2021–2025 with its movements, sound as a file")
{
    const Scratch scratch;
    const FixedClock clock(Date(2022, 1, 5));
    const auto made = createSample(scratch / "hd.thidua", "hong-duong", clock);
    if (!made)
        FAIL(made.error().key << " " << made.error().detail);
    auto& file = **made;
    const auto plans = PlanService(file).plans().value();
    REQUIRE(plans.size() == 1);
    CHECK(plans.front().data.kind == domain::PlanKind::Period);
    CHECK(plans.front().data.theme.find("Đoàn kết, sáng tạo") != std::string::npos);
    CHECK(CampaignService(file).campaigns().value().size() >= 8);
    CHECK(file.check().value().empty());
}

TEST_CASE("the sample is sound, and replaying it twice gives the same data")
{
    SampleSchool school(Date(2022, 9, 23));
    CHECK(school.file().check().value().empty());
    const Scratch scratch;
    const FixedClock clock(Date(2022, 9, 23));
    REQUIRE(createSample(scratch / "b.thidua", "mang-den", clock));
    CHECK(createSample(scratch / "b.thidua", "mang-den", clock).error().key == "file.exists");
    CHECK(createSample(scratch / "c.thidua", "khong-co", clock).error().key == "sample.none");
    CHECK_FALSE(std::filesystem::exists(scratch / "c.thidua"));
}
