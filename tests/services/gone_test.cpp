// SPDX-License-Identifier: GPL-3.0-or-later
// Who has left is told where it matters: beside the papers that carry the name, among the tasks, in the council; and what is to come is no fact.
#include "domain/honour.h"
#include "domain/plan.h"
#include "domain/school.h"
#include "domain/submission.h"
#include "services/award/overview_service.h"
#include "services/award/submission_service.h"
#include "services/core/internal.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "services/papers/document_service.h"
#include "services/papers/paper_findings.h"
#include "services/people/people_service.h"
#include "services/prepare/campaign_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "services/sample_school.h"
#include "support/sample_until.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

bool refusedFor(const auto& written, const std::string& key)
{
    return !written && std::ranges::any_of(written.error().issues, [&key](const auto& issue) { return issue.key == key; });
}

struct Gone : SampleSchool {
    Gone() : SampleSchool(Date(2022, 10, 3)) {}
    void leaves(domain::PersonId id, Date on)
    {
        REQUIRE(writeTo<Done>(file(), domain::Op::EditPerson, [&](Tx& tx) -> Result<Done> {
            auto person = *tx.find<domain::Person>(id);
            person.data.leftOn = on;
            tx.update(person.id, person.data);
            return Done{};
        }));
    }
    domain::PersonId head() { return *SchoolService(file()).school().value().data.head; }
    std::vector<std::string> notes(PaperKind kind, int startYear)
    {
        return paperNotes(file(), DocumentService(file()).build(kind, std::nullopt, year(startYear)).value());
    }
    std::vector<OverviewTask> tasks() { return OverviewService(file()).overview(year(2022), OverviewService::Tasks::OfRowsAlone).value().tasks; }
    const OverviewTask* task(const std::vector<OverviewTask>& all, std::string_view words)
    {
        const auto found = std::ranges::find_if(all, [words](const auto& one) { return one.title.find(words) != std::string::npos; });
        return found == all.end() ? nullptr : &*found;
    }
};

}

TEST_CASE_METHOD(Gone, "a list signed by a head who has left says so beside it, and the overview asks for another head")
{
    CHECK_FALSE(anySays(notes(PaperKind::RegistrationList, 2022), "thôi công tác"));
    CHECK(task(tasks(), "Hiệu trưởng ở Thiết lập") == nullptr);
    leaves(head(), Date(2022, 10, 1));
    CHECK(anySays(notes(PaperKind::RegistrationList, 2022), "thôi công tác"));
    CHECK(anySays(notes(PaperKind::AwardList, 2021), "thôi công tác"));
    const auto all = tasks();
    const auto* asked = task(all, "Hiệu trưởng ở Thiết lập");
    REQUIRE(asked != nullptr);
    CHECK(asked->detail.find("đã chuyển đi 01/10/2022") != std::string::npos);
    CHECK(asked->page == "settings");
}

TEST_CASE_METHOD(Gone, "papers that were issued while their signer served are asked nothing")
{
    leaves(head(), Date(2022, 10, 1));
    for (const auto& plan : file().data().reader().all<domain::Plan>("WHERE state = 'issued' AND number IS NOT NULL", {})) {
        const auto document = DocumentService(file()).build(PaperKind::Plan, plan.id.value(), plan.data.year.value_or(domain::SchoolYearId(0))).value();
        CHECK_FALSE(anySays(paperNotes(file(), document), "thôi công tác"));
    }
}

TEST_CASE_METHOD(Gone, "the sample's plan is asked about its own day, which lies behind the deadline that it sets")
{
    const auto plans = file().data().reader().all<domain::Plan>("WHERE issued_on = '2021-10-20'", {});
    REQUIRE(plans.size() == 1);
    const auto document = DocumentService(file()).build(PaperKind::Plan, plans.front().id.value(), year(2021)).value();
    CHECK(anySays(paperNotes(file(), document), "sau hạn 04/10/2021"));
}

TEST_CASE_METHOD(Gone, "a deputy who has the head's post by now is proposed where the settings still name who has left")
{
    leaves(head(), Date(2022, 10, 1));
    const auto deputy = [&] {
        const auto rows = PeopleService(file()).staff(year(2022)).value();
        return *std::ranges::find(rows, domain::Position::DeputyPrincipal, &StaffRow::position);
    }();
    REQUIRE(PeopleService(file()).editStaff(year(2022), deputy.id, {deputy.person, domain::Position::Principal, "Hiệu trưởng", deputy.team}, deputy.version));
    const auto council = CouncilService(file()).proposedCouncil(year(2022), domain::CouncilKind::Emulation).value();
    REQUIRE_FALSE(council.members.empty());
    CHECK(council.members.front().person == deputy.id);
    CHECK(council.members.front().role == domain::CouncilRole::Chair);
}

TEST_CASE_METHOD(Gone, "nobody who has left is registered with many others, or for one honour more")
{
    const auto huy = person("Bùi Quang Huy"); // has registered
    leaves(*huy.person, Date(2022, 10, 3));
    RegistrationService service(file());
    CHECK(refusedFor(service.registerAll(year(2022), {huy, person("Trần Thị Minh Nguyệt")}, {"chien-si-thi-dua-co-so"}, "muộn"), "registration.left"));
    const auto board = service.board(year(2022)).value();
    const auto row = std::ranges::find(board.rows, huy, &RegistrationRow::subject);
    REQUIRE(row != board.rows.end());
    auto more = row->honours;
    more.push_back("chien-si-thi-dua-tinh");
    CHECK(refusedFor(service.editRegistration(*row->id, {huy, more, "Sáng kiến", {}, "muộn"}, row->version), "registration.left"));
    CHECK(service.editRegistration(*row->id, {huy, row->honours, {}, {}, {}}, row->version));
}

TEST_CASE_METHOD(Gone, "a nomination of somebody who has left is asked about, not passed over in silence")
{
    REQUIRE(NominationService(file()).nominate(year(2022), Date(2022, 10, 3)));
    CHECK(task(tasks(), "đã chuyển đi còn đề nghị") == nullptr);
    leaves(*person("Bùi Quang Huy").person, Date(2022, 10, 3));
    const auto all = tasks();
    const auto* asked = task(all, "đã chuyển đi còn đề nghị");
    REQUIRE(asked != nullptr);
    CHECK(asked->who == std::vector<domain::SubjectRef>{person("Bùi Quang Huy")});
}

TEST_CASE("a council whose member has left is to be completed")
{
    const Date day(2022, 5, 5);
    SampleOn sample(day);
    auto& file = sample.file;
    const auto year = sample.year;
    const auto asked = [&] {
        const auto all = OverviewService(*file).overview(year, OverviewService::Tasks::OfRowsAlone).value().tasks;
        return std::ranges::any_of(all, [](const auto& one) { return one.command == "council.renew" && one.title == "1 thành viên Hội đồng đã chuyển đi"; });
    };
    CHECK_FALSE(asked());
    const auto councils = CouncilService(*file).councils(year).value();
    const auto council = std::ranges::find(councils, domain::CouncilKind::Emulation, [](const auto& row) { return row.council.kind; });
    REQUIRE(council != councils.end());
    REQUIRE(writeTo<Done>(*file, domain::Op::EditPerson, [&](Tx& tx) -> Result<Done> {
        auto person = *tx.find<domain::Person>(council->members.back().member.person);
        person.data.leftOn = day;
        tx.update(person.id, person.data);
        return Done{};
    }));
    CHECK(asked());
}

TEST_CASE_METHOD(Gone, "a decision from above that is dated in the future is no fact: outcome, recognition, past honour")
{
    const Date tomorrow(2022, 10, 4);
    InitiativeService initiatives(file());
    const auto rows = initiatives.initiatives(year(2022)).value();
    REQUIRE_FALSE(rows.empty());
    CHECK(refusedFor(initiatives.recogniseOutside({{rows.front().id}, domain::RecognitionLevel::District, domain::RecognitionLevel::District, "UBND huyện", "12/QĐ", tomorrow}),
                     "outside.date-to-come"));
    domain::HonourRecord honour;
    honour.subject = person("Bùi Quang Huy");
    honour.honour = "lao-dong-tien-tien";
    honour.year = SchoolYear(2021);
    honour.decidedOn = tomorrow;
    CHECK(refusedFor(PeopleService(file()).addHonour(honour), "outside.date-to-come"));

    const Date june(2022, 6, 2);
    SampleOn before(june);
    auto& waiting = before.file;
    const auto submissions = SubmissionService(*waiting).submissions(before.year).value();
    REQUIRE_FALSE(submissions.empty());
    RecordOutcome command;
    command.submission = submissions.front().id;
    command.lines = {{submissions.front().lines.front().id, domain::Outcome::Conferred, {}}};
    command.decisionNumber = "1356/QĐ-UBND";
    command.issuer = "Chủ tịch UBND huyện";
    command.decidedOn = Date(2022, 6, 3);
    CHECK(refusedFor(SubmissionService(*waiting).recordOutcome(command), "outside.date-to-come"));
    command.decidedOn = Date(2022, 6, 1); // the day before it was sent
    CHECK(refusedFor(SubmissionService(*waiting).recordOutcome(command), "outcome.before-submission"));
    command.decidedOn = june;
    CHECK(SubmissionService(*waiting).recordOutcome(command));
}

TEST_CASE("a campaign is of the kind that its name says")
{
    using enum domain::CampaignKind;
    CHECK(kindByName("Đợt 1: Chào mừng ngày Nhà giáo Việt Nam 20/11") == Round);
    CHECK(kindByName("Thi đua theo chuyên đề “Viết chữ đẹp”") == Thematic);
    CHECK(kindByName("Phong trào thi đua thường xuyên, chia hai đợt ") == Regular);
    CHECK(kindByName("Dạy tốt, học tốt") == Regular);
}
