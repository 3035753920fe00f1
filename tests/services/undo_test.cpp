// SPDX-License-Identifier: GPL-3.0-or-later
// Every undoable operation of every service is run and undone: the data must be as before, and as after when redone.
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/sample_school.h"

#include "services/award/decision_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/people/people_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

class UndoSchool : public SampleSchool {
public:
    UndoSchool() : SampleSchool(Date(2022, 9, 23)) {}

    std::set<domain::Op> seen;

    /// Runs, undoes and redoes; returns the operation's value.
    template <class Operation>
    auto check(Operation operation)
    {
        const auto before = dump();
        auto result = operation();
        if (!result)
            FAIL(result.error().key << " " << result.error().detail);
        seen.insert(result->changes.op);
        INFO(domain::toCode(result->changes.op));
        const auto after = dump();
        CHECK(after != before);
        REQUIRE(file().undo());
        CHECK(dump() == before);
        REQUIRE(file().redo());
        CHECK(dump() == after);
        return result->value;
    }
};

}

TEST_CASE_METHOD(UndoSchool, "people, collectives and history")
{
    PeopleService people(file());
    const auto y = year(2022);
    StaffDraft draft;
    draft.person.fullName = "Trần Văn Mới";
    draft.person.birth = PartialDate::parse("12/3/1990").value();
    const auto id = check([&] { return people.addStaff(y, draft); });
    draft.person.note = "ghi chú";
    const auto row = people.staff(y).value();
    const auto version = std::find_if(row.begin(), row.end(), [&](const auto& r) { return r.id == id; })->version;
    check([&] { return people.editStaff(y, id, draft, version); });
    check([&] { return people.removePerson(id); });
    check([&] { return people.pasteStaff(y, "Họ và tên\tGiới tính\tNgày sinh\tChức vụ\tTổ\nLê A\tNam\t1/2/1990\tGiáo viên\tTổ Mới\nLê B\tNữ\t1991\tVăn thư\tTổ Mới\n"); });
    domain::Collective team;
    team.name = "Tổ Thí nghiệm";
    const auto teamId = check([&] { return people.addCollective(team); });
    team.shortName = "TN";
    check([&] { return people.editCollective(teamId, team, 1); });
    check([&] { return people.removeCollective(teamId); });
    domain::HonourRecord honour;
    honour.subject = person("A Khôi");
    honour.honour = "lao-dong-tien-tien";
    honour.year = SchoolYear(2015);
    const auto honourId = check([&] { return people.addHonour(honour); });
    honour.decisionNumber = "12/QĐ-UBND";
    check([&] { return people.editHonour(honourId, honour, 1); });
    check([&] { return people.removeHonour(honourId); });
}

TEST_CASE_METHOD(UndoSchool, "years")
{
    SchoolService service(file());
    auto next = SchoolService::proposedYear(SchoolYear(2023));
    const auto id = check([&] { return service.openYear(next); });
    next.registrationDeadline = Date(2023, 10, 1);
    check([&] { return service.editYear(id, next, 1); });
    check([&] { return service.closeYear(id); });
    check([&] { return service.reopenYear(id, "ghi thiếu"); });
    auto school = service.school().value();
    school.data.placeName = "Kon Plông";
    check([&] { return service.editSchool(school.data, school.version); });
}

TEST_CASE_METHOD(UndoSchool, "legal texts, observances, plans, targets and campaigns")
{
    PlanService plans(file());
    domain::LegalText text;
    text.kind = "Công văn";
    text.number = "1/SGDĐT";
    const auto textId = check([&] { return plans.addLegalText(text); });
    text.issuer = "Sở";
    check([&] { return plans.editLegalText(textId, text, 1); });
    check([&] { return plans.removeLegalText(textId); });
    domain::Observance day;
    day.name = "Ngày thử";
    const auto dayId = check([&] { return plans.addObservance(day); });
    day.day = 2;
    check([&] { return plans.editObservance(dayId, day, 1); });
    check([&] { return plans.removeObservance(dayId); });

    auto draft = plans.proposedPlan(year(2022)).value();
    const auto plan = check([&] { return plans.createPlan(draft); });
    draft.plan.theme = "Chủ đề";
    draft.sections.pop_back();
    draft.recipients.push_back({domain::PlanId(0), 0, "Website", ""});
    check([&] { return plans.editPlan(plan, draft, 1); });
    domain::Target target;
    target.plan = plan;
    target.text = "SKKN";
    target.value = 3;
    const auto targetId = check([&] { return plans.addTarget(target); });
    target.value = 4;
    check([&] { return plans.editTarget(targetId, target, 1); });
    check([&] { return plans.recordTarget(targetId, 2, clock().today(), ""); });
    check([&] { return plans.removeTarget(targetId); });
    check([&] { return plans.removePlan(plan); });

    CampaignService campaigns(file());
    CampaignDraft campaign;
    campaign.campaign.name = "Thử";
    campaign.campaign.year = year(2022);
    campaign.campaign.from = Date(2022, 9, 5);
    campaign.campaign.to = Date(2022, 12, 31);
    campaign.items = {"Một", "Hai"};
    campaign.observances = {plans.observances().value().front().id};
    const auto campaignId = check([&] { return campaigns.createCampaign(campaign); });
    campaign.items.pop_back();
    campaign.observances.clear();
    check([&] { return campaigns.editCampaign(campaignId, campaign, 1); });
    check([&] { return campaigns.launch(campaignId); });
    check([&] { return campaigns.review(campaignId, "sơ kết"); });
    check([&] { return campaigns.close(campaignId, "tổng kết"); });
    const auto other = check([&] { return campaigns.createCampaign(campaign); });
    check([&] { return campaigns.removeCampaign(other); });
}

TEST_CASE_METHOD(UndoSchool, "registration to nomination")
{
    RegistrationService service(file());
    const auto y = year(2022);
    const auto board = service.board(y).value();
    const auto free = std::find_if(board.rows.begin(), board.rows.end(), [](const auto& row) { return !row.id && row.subject.person; });
    RegistrationDraft draft{free->subject, {"lao-dong-tien-tien"}, {}, {}, {}};
    const auto id = check([&] { return service.registerSubject(y, draft); });
    draft.honours.push_back("chien-si-thi-dua-co-so");
    draft.initiativeTitle = "Giải pháp mới";
    check([&] { return service.editRegistration(id, draft, 1); });
    const auto initiative = service.initiatives(y).value().back();
    auto edited = initiative.initiative;
    edited.field = "Toán";
    check([&] { return service.editInitiative(initiative.id, edited, initiative.authors, initiative.version); });
    RecogniseOutside outside;
    outside.initiatives = {initiative.id};
    outside.number = "9/QĐ-PGDĐT";
    outside.issuer = "Phòng GD&ĐT";
    outside.decidedOn = clock().today();
    check([&] { return service.recogniseOutside(outside); });
    check([&] { return service.withdraw(id, "đổi ý"); });

    YearRecordService records(file());
    YearFacts facts;
    facts.record.evaluation = domain::Evaluation::Good;
    facts.discipline.push_back({domain::YearRecordId(0), domain::DisciplineForm::Reprimand, clock().today(), {}});
    check([&] { return records.record(y, person("A Khôi"), facts); });
    check([&] {
        return records.recordCells(y, {{person("A Khôi"), YearColumn::Discipline, "không"}, {person("Y Hiền"), YearColumn::Evaluation, "tốt"}});
    });

    NominationService nominations(file());
    check([&] { return nominations.nominate(y, clock().today()); });
    const auto row = nominations.board(y).value().rows.back();
    check([&] { return nominations.overrideVerdict(row.id, "Hội đồng xét đặc cách"); });
    check([&] { return nominations.withdraw(row.id); });
    check([&] { return nominations.add(y, row.nomination.subject, row.nomination.honour, clock().today()); });
}

TEST_CASE_METHOD(UndoSchool, "council, meeting, decision and submission drafts")
{
    CouncilService service(file());
    const auto y = year(2022);
    auto draft = service.proposedCouncil(y, domain::CouncilKind::Emulation).value();
    const auto council = check([&] { return service.draftCouncil(draft); });
    if (draft.members.size() % 2 == 0)
        draft.members.pop_back();
    else
        draft.members.back().duty = "theo dõi";
    check([&] { return service.editCouncil(council, draft, 1); });
    const auto issued = service.establish(council, {90, "", clock().today()}, "Căn cứ Điều lệ trường tiểu học");
    if (!issued)
        FAIL(issued.error().key);
    domain::Meeting meeting;
    meeting.council = council;
    meeting.title = "Họp thử";
    meeting.heldOn = clock().today();
    const auto id = check([&] { return service.createMeeting(meeting); });
    meeting.place = "Phòng họp";
    check([&] { return service.editMeeting(id, meeting, 1); });
    const auto detail = service.meeting(id).value();
    check([&] { return service.recordAttendance(id, {{id, detail.attendance.back().member.id, false, "ốm"}}); });
    REQUIRE(NominationService(file()).nominate(y, clock().today()));
    const auto nominee = service.meeting(id).value().tallies.front().nomination;
    domain::Tally tally;
    tally.nomination = nominee;
    tally.issued = tally.collected = tally.valid = tally.inFavour = 2;
    check([&] { return service.recordTallies(id, {tally}); });
    check([&] { return service.removeMeeting(id); });

    DecisionService decisions(file());
    domain::Decision decision;
    decision.year = y;
    decision.title = "Về việc thử";
    const auto decisionId = check([&] { return decisions.draftDecision(decision); });
    decision.articles = "Điều khoản thứ nhất";
    check([&] { return decisions.editDecision(decisionId, decision, 1); });
    check([&] { return decisions.removeDecision(decisionId); });
}

TEST_CASE("the outcome from above can be undone whole: awards, history and states")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto before = school.dump();
    // The newest undoable steps of the sample are registrations of 2022; behind them closing and opening the years.
    int steps = 0;
    while (school.file().undoNames().undo && steps < 60) {
        REQUIRE(school.file().undo());
        ++steps;
    }
    CHECK(steps >= 18);
    CHECK(school.file().check().value().empty());
    for (; steps > 0; --steps)
        REQUIRE(school.file().redo());
    CHECK(school.dump() == before);
}
