// SPDX-License-Identifier: GPL-3.0-or-later
// One verb is one operation in the record, declared once, and no editing does another verb's work.
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/sample_school.h"

#include "services/award/decision_service.h"
#include "services/follow/year_record_service.h"
#include "services/people/people_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "storage/change_log.h"
#include "storage/data_file.h"
#include "text/messages.h"

#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::Op;

namespace {

class Operations : public SampleSchool {
public:
    Operations() : SampleSchool(Date(2022, 9, 23)) {}

    void addTeam(const std::string& name)
    {
        domain::Collective team;
        team.name = name;
        REQUIRE(PeopleService(file()).addCollective(team));
    }
    Op newest() { return *storage::recentChanges(file().data().reader(), 1).front().op; }
};

}

TEST_CASE("an operation's code is its own, and codes of older programs are read")
{
    std::set<std::string_view> codes;
    for (int i = 0; i < static_cast<int>(Op::Count); ++i) {
        const auto& rule = domain::ruleOf(static_cast<Op>(i));
        INFO(rule.code);
        CHECK(rule.op == static_cast<Op>(i));
        CHECK(codes.insert(rule.code).second);
        CHECK(domain::opFromCode(rule.code) == rule.op);
        CHECK(text::hasMessage("op." + std::string(rule.code)));
        // What may reach into a closed year can be turned back, since it is found out late that it was wrong; what is erased is gone.
        if (rule.inClosedYear != domain::InClosedYear::Nothing)
            CHECK(rule.undoable == (rule.op != Op::ErasePupils && rule.op != Op::CloseSchoolYear)); // a lock is opened with a reason alone
    }
    CHECK(domain::opFromCode("edit-initiative") == Op::EditInitiative);
    CHECK(domain::opFromCode("set-assignment") == Op::EditPerson);
    CHECK_FALSE(domain::opFromCode("of-a-newer-program"));
}

TEST_CASE_METHOD(Operations, "an entry of a newer program is a barrier and stops nothing")
{
    addTeam("Tổ Thí nghiệm");
    REQUIRE(file().undoNames().undo);
    auto& reader = file().data().reader();
    reader.execute("INSERT INTO change_op (op, user_name, at, schema_version, previous_hash, hash) "
                   "SELECT 'of-a-newer-program', 'Lan', '2022-09-23T00:00:00Z', schema_version, hash, 'x' FROM change_op ORDER BY id DESC LIMIT 1");
    CHECK_FALSE(file().undoNames().undo);
    CHECK(file().undo().error().key == "undo.nothing");
    CHECK_FALSE(storage::recentChanges(reader, 1).front().op);
    addTeam("Tổ Sau đó");
    CHECK(file().undo());
}

TEST_CASE_METHOD(Operations, "editing a plan, a target, a campaign, a meeting, a decision or a year does not bring about what has a verb of its own")
{
    PlanService plans(file());
    auto draft = plans.proposedPlan(year(2022)).value();
    const auto plan = plans.createPlan(draft).value().value;
    draft.plan.state = domain::PlanState::Issued;
    draft.plan.number = {77, "", "KH-THMĐ", clock().today()};
    draft.plan.signerName = "Ai đó";
    REQUIRE(plans.editPlan(plan, draft, 1));
    const auto kept = plans.plan(plan).value().plan.data;
    CHECK(kept.state == domain::PlanState::Draft);
    CHECK_FALSE(kept.number.number);
    CHECK(kept.signerName.empty());
    domain::Target target;
    target.plan = plan;
    target.text = "SKKN";
    target.value = 3;
    target.actual = 2;
    const auto targetId = plans.addTarget(target).value().value;
    CHECK_FALSE(plans.plan(plan).value().targets.back().data.actual);
    REQUIRE(plans.recordTarget(targetId, 1, clock().today(), "theo quyết định"));
    target.note = "khác";
    REQUIRE(plans.editTarget(targetId, target, 2));
    CHECK(plans.plan(plan).value().targets.back().data.actual == 1);
    CHECK(plans.plan(plan).value().targets.back().data.note == "theo quyết định");

    CampaignDraft campaign;
    campaign.campaign.name = "Thử";
    campaign.campaign.from = Date(2022, 9, 5);
    campaign.campaign.to = Date(2022, 12, 31);
    campaign.campaign.state = domain::CampaignState::Closed;
    const auto campaignId = CampaignService(file()).createCampaign(campaign).value().value;
    CHECK(CampaignService(file()).campaign(campaignId).value().campaign.state == domain::CampaignState::Draft);
    REQUIRE(CampaignService(file()).editCampaign(campaignId, campaign, 1));
    CHECK(CampaignService(file()).campaign(campaignId).value().campaign.state == domain::CampaignState::Draft);

    domain::Decision decision;
    decision.year = year(2022);
    decision.title = "Về việc thử";
    decision.state = domain::DecisionState::Issued;
    decision.number = {78, "", "QĐ-THMĐ", clock().today()};
    decision.outsideNumber = "1/QĐ";
    const auto decisionId = DecisionService(file()).draftDecision(decision).value().value;
    REQUIRE(DecisionService(file()).editDecision(decisionId, decision, 1));
    const auto made = DecisionService(file()).decision(decisionId).value().decision;
    CHECK(made.state == domain::DecisionState::Draft);
    CHECK_FALSE(made.number.number);
    CHECK(made.outsideNumber.empty());

    auto school = SchoolService(file()).year(year(2022)).value();
    school.data.state = domain::YearState::Closed;
    school.data.reopenReason = "tự ghi";
    REQUIRE(SchoolService(file()).editYear(school.id, school.data, school.version));
    CHECK(SchoolService(file()).year(year(2022)).value().data.state == domain::YearState::Open);
    CHECK_FALSE(SchoolService(file()).year(year(2022)).value().data.reopenReason);
}

TEST_CASE_METHOD(Operations, "an override and its taking back are told apart in the record")
{
    NominationService nominations(file());
    REQUIRE(nominations.nominate(year(2022), clock().today()));
    const auto id = nominations.board(year(2022)).value().rows.back().id;
    REQUIRE(nominations.overrideVerdict(id, "Hội đồng xét đặc cách"));
    CHECK(newest() == Op::OverrideVerdict);
    REQUIRE(nominations.overrideVerdict(id, "  "));
    CHECK(newest() == Op::DropOverride);
}

TEST_CASE_METHOD(Operations, "the record marks what tells of discipline or illness, also when it is undone")
{
    const auto sensitive = [&] { return file().data().reader().number("SELECT sensitive FROM change_op ORDER BY id DESC LIMIT 1"); };
    addTeam("Tổ Thí nghiệm");
    CHECK(sensitive() == 0);
    YearFacts facts;
    facts.record.evaluation = domain::Evaluation::Good;
    REQUIRE(YearRecordService(file()).record(year(2022), person("A Khôi"), facts));
    CHECK(sensitive() == 1);
    REQUIRE(file().undo());
    CHECK(sensitive() == 1);
}
