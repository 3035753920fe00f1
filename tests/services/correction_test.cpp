// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is issued with a gap; what was issued with a fault is put right by papers of their own; the head's giấy khen goes from the vote to
// the award list and the history.
#include "services/sample_school.h"

#include "documents/document_json.h"
#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/plan.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "domain/submission.h"
#include "services/award/correction_service.h"
#include "services/award/decision_service.h"
#include "services/award/submission_service.h"
#include "services/core/internal.h"
#include "services/law/list_order.h"
#include "services/papers/paper_issuer.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "text/messages.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const Date kToday(2022, 9, 23);
constexpr const char* kHeadsAward = "giay-khen-hieu-truong";

bool names(const std::vector<PaperGap>& gaps, std::string_view field)
{
    return std::ranges::any_of(gaps, [&](const auto& gap) { return gap.field == field; });
}

std::string printed(SampleSchool& school, PaperKind kind, std::int64_t row, domain::SchoolYearId year = domain::SchoolYearId(0))
{
    return documents::toJson(DocumentService(school.file()).build(kind, row, year).value());
}

domain::DecisionId issuedDecision(SampleSchool& school, int number = 50)
{
    domain::Decision decision;
    decision.year = school.year(2022);
    decision.title = "Về việc ban hành quy chế";
    decision.articles = "Ban hành Quy chế\nQuyết định có hiệu lực từ ngày ký";
    decision.bases = {{std::nullopt, "Căn cứ Luật Thi đua, khen thưởng"}};
    decision.recipients = {{"Như Điều 2", {}}, {"Lưu: VT", {}}};
    const auto id = DecisionService(school.file()).draftDecision(decision).value().value;
    REQUIRE(DecisionService(school.file()).issueDecision(id, {number, {}, kToday}));
    return id;
}

domain::Correction about(SampleSchool& school, domain::CorrectionKind what, PaperKind kind, std::int64_t row, const std::string& content)
{
    auto draft = CorrectionService(school.file()).proposed(what, kind, row).value();
    draft.content = content;
    return draft;
}

/// A council of the year that has voted for a teacher's giấy khen of the head; the meeting is closed.
struct Voted {
    explicit Voted(SampleSchool& school, const char* honour = kHeadsAward) : year(school.year(2022)), who(school.person("A Khôi"))
    {
        auto& file = school.file();
        CouncilService councils(file);
        auto draft = councils.proposedCouncil(year, domain::CouncilKind::Emulation).value();
        if (draft.members.size() % 2 == 0)
            draft.members.pop_back();
        const auto council = councils.draftCouncil(draft).value().value;
        REQUIRE(councils.establish(council, {40, {}, kToday}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
        NominationService nominations(file);
        nomination = nominations.add(year, who, honour, kToday).value().value;
        REQUIRE(nominations.overrideVerdict(nomination, "Hội đồng xét theo thành tích"));
        domain::Meeting row;
        row.council = council;
        row.title = "Họp xét khen thưởng";
        row.heldOn = kToday;
        row.starts = "08:00";
        row.ends = "10:00";
        row.place = "Phòng họp";
        meeting = councils.createMeeting(row).value().value;
        REQUIRE(councils.nameTellers(meeting, {draft.members[0].person, draft.members[1].person, draft.members[2].person}));
        const auto detail = councils.meeting(meeting).value();
        std::vector<domain::Tally> tallies;
        for (const auto& line : detail.tallies) {
            domain::Tally tally;
            tally.line = line.line;
            tally.issued = tally.collected = tally.valid = line.voters.most();
            tally.inFavour = line.line.nomination == nomination ? tally.valid : 0;
            tallies.push_back(tally);
        }
        REQUIRE(councils.recordTallies(meeting, tallies));
        const auto closed = councils.closeMeeting(meeting, {"Nhất trí đề nghị Hiệu trưởng tặng giấy khen", {}, "10:00"});
        INFO((closed ? std::string() : closed.error().key));
        REQUIRE(closed);
    }
    domain::SchoolYearId year;
    domain::SubjectRef who;
    domain::NominationId nomination{0};
    domain::MeetingId meeting{0};
};

domain::NominationState stateOf(SampleSchool& school, domain::NominationId id)
{
    return school.file().data().reader().find<domain::Nomination>(id)->data.state;
}

}

TEST_CASE("an empty plan lists its gaps, each by the section that lacks words, and is not issued")
{
    SampleSchool school(kToday);
    PlanService plans(school.file());
    auto draft = plans.proposedPlan(school.year(2022)).value();
    for (auto& section : draft.sections)
        section.body.clear(); // a person who took the sample words out
    const auto id = plans.createPlan(draft).value().value;
    const auto gaps = PaperIssuer(school.file()).gaps(PaperKind::Plan, id.value()).value();
    CHECK(names(gaps, "sections.0"));
    CHECK(names(gaps, "sections.2"));
    CHECK_FALSE(names(gaps, "sections.1")); // a heading above others
    CHECK_FALSE(names(gaps, "basis"));      // law, decree and circular stand there by themselves
    CHECK_FALSE(names(gaps, "recipients"));
    const auto refused = plans.issuePlan(id, {80, {}, kToday});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().issues.size() == gaps.size());
    CHECK(refused.error().issues.front().key == "paper.gap");
    CHECK(plans.plan(id).value().plan.data.state == domain::PlanState::Draft);

    for (auto& section : draft.sections)
        if (section.role != domain::SectionRole::Heading)
            section.body = "Nội dung";
    draft.sections[2].body = "Phấn đấu đạt […] danh hiệu";
    REQUIRE(plans.editPlan(id, draft, plans.plan(id).value().plan.version));
    const auto typed = PaperIssuer(school.file()).gaps(PaperKind::Plan, id.value()).value();
    REQUIRE(typed.size() == 1);
    CHECK(typed.front().field == "text");
    CHECK_FALSE(plans.issuePlan(id, {80, {}, kToday}));
    draft.sections[2].body = "Phấn đấu đạt 10 danh hiệu";
    REQUIRE(plans.editPlan(id, draft, plans.plan(id).value().plan.version));
    CHECK(plans.issuePlan(id, {80, {}, kToday}));
}

TEST_CASE("what the school itself lacks is a gap of every paper, filled in the settings")
{
    SampleSchool school(kToday);
    SchoolService schools(school.file());
    auto row = schools.school().value();
    row.data.conferringHead.clear();
    REQUIRE(schools.editSchool(row.data, row.version));
    const auto submission = school.file().data().reader().all<domain::Submission>().front();
    const auto gaps = PaperIssuer(school.file()).gaps(PaperKind::Submission, submission.id.value()).value();
    const auto found = std::ranges::find(gaps, std::string("conferringHead"), &PaperGap::field);
    REQUIRE(found != gaps.end());
    CHECK(found->inSchool);
}

TEST_CASE("every paper of the samples is whole")
{
    SampleSchool school(kToday);
    const auto all = DocumentService(school.file()).printables().value();
    for (const auto& printable : all) {
        if (!printable.id || printable.kind == PaperKind::Ballots || printable.kind == PaperKind::Campaign || printable.state == "Dự thảo")
            continue;
        INFO(printable.title);
        const auto year = printable.year ? SchoolService(school.file()).yearOf(*printable.year).value().id : domain::SchoolYearId(0);
        CHECK(gapsIn(DocumentService(school.file()).build(printable.kind, printable.id, year).value()).empty());
    }
}

TEST_CASE("a campaign's own paper gets a number in the one register, says what it said for ever, and goes on being reviewed")
{
    SampleSchool school(kToday);
    CampaignService campaigns(school.file());
    CampaignDraft draft;
    draft.campaign.name = "Đợt 1: Chào mừng ngày Nhà giáo Việt Nam 20/11";
    draft.campaign.year = school.year(2022);
    draft.campaign.from = Date(2022, 10, 1);
    draft.campaign.to = Date(2022, 11, 20);
    draft.items = {"Thao giảng", "Dự giờ"};
    const auto id = campaigns.createCampaign(draft).value().value;
    CHECK(names(PaperIssuer(school.file()).gaps(PaperKind::Campaign, id.value()).value(), "participants"));
    CHECK_FALSE(campaigns.issue(id, {81, {}, kToday}));
    draft.campaign.participants = "Giáo viên, nhân viên";
    draft.campaign.theme = "Dạy tốt, học tốt";
    REQUIRE(campaigns.editCampaign(id, draft, 1));
    REQUIRE(campaigns.issue(id, {81, {}, kToday}));
    CHECK(campaigns.campaign(id).value().campaign.state == domain::CampaignState::Launched);
    const auto before = printed(school, PaperKind::Campaign, id.value());
    CHECK(before.find("KH-THMĐ") != std::string::npos);
    CHECK(before.find("81") != std::string::npos);
    const auto rows = PaperIssuer(school.file()).outgoing(2022).value().rows;
    CHECK(std::ranges::any_of(rows, [](const auto& row) { return row.paper == PaperKind::Campaign && row.number == "81/KH-THMĐ"; }));
    const auto refused = campaigns.editCampaign(id, draft, campaigns.campaign(id).value().version);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "campaign.issued");
    REQUIRE(campaigns.review(id, "đạt"));
    REQUIRE(campaigns.close(id, "xong"));
    CHECK(printed(school, PaperKind::Campaign, id.value()) == before);
    PlanService plans(school.file());
    CHECK(PaperIssuer(school.file()).nextNumber("KH-THMĐ", kToday).value() == 82);
}

TEST_CASE("a letter corrects an issued paper: a number of its own, shown at the old one, which prints as before; undone until another speaks of it")
{
    SampleSchool school(kToday);
    CorrectionService corrections(school.file());
    const auto decision = issuedDecision(school);
    const auto before = printed(school, PaperKind::Decision, decision.value(), school.year(2022));
    auto draft = about(school, domain::CorrectionKind::Correct, PaperKind::Decision, decision.value(), {});
    CHECK(draft.title == "V/v đính chính Quyết định số 50/QĐ-THMĐ");
    const auto empty = corrections.issue(draft, {1, {}, kToday});
    REQUIRE_FALSE(empty);
    CHECK(empty.error().issues.front().field == "content");
    draft.content = "Tại Điều 1, “Quy chế” sửa lại là “Quy chế thi đua”";
    CHECK_FALSE(corrections.issue(draft, {1, {}, Date(2022, 1, 1)})); // before the paper that it corrects
    const auto id = corrections.issue(draft, {1, {}, kToday}).value().value;
    const auto letter = printed(school, PaperKind::Correction, id.value());
    CHECK(letter.find("V/v đính chính") != std::string::npos);
    CHECK(letter.find("THMĐ") != std::string::npos);
    CHECK(printed(school, PaperKind::Decision, decision.value(), school.year(2022)) == before);
    const auto notes = corrections.notes(PaperKind::Decision, decision.value()).value();
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().text.find("Đã đính chính: Công văn số 01/THMĐ") != std::string::npos);
    const auto rows = PaperIssuer(school.file()).outgoing(2022).value().rows;
    CHECK(std::ranges::any_of(rows, [](const auto& row) { return row.number == "50/QĐ-THMĐ" && row.note == "đính chính: 01/THMĐ"; }));
    CHECK(std::ranges::any_of(rows, [](const auto& row) { return row.number == "01/THMĐ" && row.paper == PaperKind::Correction; }));
    REQUIRE(school.file().undo());
    CHECK(corrections.notes(PaperKind::Decision, decision.value()).value().empty());
    REQUIRE(school.file().redo());
    CHECK(printed(school, PaperKind::Correction, id.value()) == letter);
    CHECK(school.file().check().value().empty());
}

TEST_CASE("a decision that is taken back is over, says by which paper, and is not taken back twice")
{
    SampleSchool school(kToday);
    CorrectionService corrections(school.file());
    const auto decision = issuedDecision(school);
    const auto before = printed(school, PaperKind::Decision, decision.value(), school.year(2022));
    const auto draft = about(school, domain::CorrectionKind::Revoke, PaperKind::Decision, decision.value(), "ban hành không đúng thẩm quyền");
    CHECK_FALSE(draft.bases.empty());
    CHECK(corrections.symbol(draft).value() == "QĐ-THMĐ");
    const auto id = corrections.issue(draft, {51, {}, kToday}).value().value;
    CHECK(DecisionService(school.file()).decision(decision).value().decision.state == domain::DecisionState::Revoked);
    const auto paper = printed(school, PaperKind::Correction, id.value());
    CHECK(paper.find("Thu hồi Quyết định số 50/QĐ-THMĐ ngày 23 tháng 9 năm 2022 của Hiệu trưởng Trường Tiểu học Măng Đen") != std::string::npos);
    CHECK(paper.find("ban hành không đúng thẩm quyền") != std::string::npos);
    CHECK(paper.find("Như Điều 2") != std::string::npos); // those it binds receive it first
    CHECK(printed(school, PaperKind::Decision, decision.value(), school.year(2022)) == before);
    const auto choices = corrections.choices(PaperKind::Decision, decision.value()).value();
    CHECK(choices.correct);
    CHECK_FALSE(choices.revoke);
    CHECK_FALSE(choices.replace);
    CHECK(choices.whyNotRevoke.find("không còn hiệu lực") != std::string::npos);
    REQUIRE(school.file().undo());
    CHECK(DecisionService(school.file()).decision(decision).value().decision.state == domain::DecisionState::Issued);
}

TEST_CASE("a replacement is a draft of the same kind, takes the old paper's place when it is issued, and says so")
{
    SampleSchool school(kToday);
    CorrectionService corrections(school.file());
    DecisionService decisions(school.file());
    const auto old = issuedDecision(school);
    const auto fresh = domain::DecisionId(corrections.draftReplacement(PaperKind::Decision, old.value()).value().value);
    CHECK_FALSE(corrections.draftReplacement(PaperKind::Decision, old.value()));
    CHECK(decisions.decision(old).value().decision.state == domain::DecisionState::Issued);
    REQUIRE(decisions.issueDecision(fresh, {52, {}, kToday}));
    CHECK(decisions.decision(old).value().decision.state == domain::DecisionState::Replaced);
    CHECK(printed(school, PaperKind::Decision, fresh.value(), school.year(2022)).find("thay thế Quyết định số 50/QĐ-THMĐ") != std::string::npos);
    const auto notes = corrections.notes(PaperKind::Decision, old.value()).value();
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().text.find("Quyết định số 52/QĐ-THMĐ") != std::string::npos);
    CHECK(corrections.notes(PaperKind::Decision, fresh.value()).value().front().text.find("50/QĐ-THMĐ") != std::string::npos);
    CHECK(school.file().check().value().empty());
}

TEST_CASE("a plan that replaces another says so before its closing words, and bears one end")
{
    SampleSchool school(kToday);
    REQUIRE(SchoolService(school.file()).reopenYear(school.year(2021), "thay kế hoạch", SchoolService(school.file()).headName().value()));
    const auto old = school.file().data().reader().all<domain::Plan>("WHERE issued_on = '2021-10-20'", {}).front().id;
    const auto fresh = domain::PlanId(CorrectionService(school.file()).draftReplacement(PaperKind::Plan, old.value()).value().value);
    const auto paper = printed(school, PaperKind::Plan, fresh.value(), school.year(2021));
    const auto says = paper.find("Kế hoạch này thay thế Kế hoạch số 21/KH-THMĐ ngày 20 tháng 10 năm 2021."), closes = paper.find("Trên đây là");
    REQUIRE(says != std::string::npos);
    REQUIRE(closes != std::string::npos);
    CHECK(says < closes);
    CHECK(paper.find("./.") > closes);
    CHECK(paper.find("./.") == paper.rfind("./."));
}

TEST_CASE("the decision that founds a council which has met, a recognition that has served and an answered submission are not taken back")
{
    SampleSchool school(kToday);
    CorrectionService corrections(school.file());
    auto& reader = school.file().data().reader();
    for (const auto& decision : reader.all<domain::Decision>()) {
        if (!domain::isOwn(decision.data.kind))
            continue;
        const auto choices = corrections.choices(PaperKind::Decision, decision.id.value()).value();
        INFO(decision.data.title << ": " << choices.whyNotRevoke);
        CHECK(choices.correct);
        CHECK_FALSE(choices.revoke);
        CHECK_FALSE(choices.whyNotRevoke.empty());
    }
    const auto submission = reader.all<domain::Submission>().front();
    const auto choices = corrections.choices(PaperKind::Submission, submission.id.value()).value();
    CHECK_FALSE(choices.revoke);
    CHECK(choices.whyNotRevoke.find("đã có kết quả") != std::string::npos);
    // Minutes and lists that were handed in: a letter, nothing else.
    const auto meeting = reader.all<domain::Meeting>().front();
    const auto minutes = corrections.choices(PaperKind::Minutes, meeting.id.value()).value();
    CHECK(minutes.correct);
    CHECK_FALSE(minutes.revoke);
}

TEST_CASE("giấy khen of the head: voted, decided, listed, in the history; taken back with its decision, given again by another")
{
    SampleSchool school(kToday);
    const Voted voted(school);
    DecisionService decisions(school.file());
    CHECK_FALSE(SubmissionService(school.file()).draftSubmission(voted.meeting)); // nothing goes to the level above
    CHECK(SubmissionService(school.file()).meetingsToSubmit(voted.year)->empty()); // and no such meeting is offered
    const auto choice = decisions.conferral(voted.meeting).value();
    CHECK(choice.persons == 1);
    const auto draft = decisions.draftConferral(voted.meeting).value().value;
    CHECK(decisions.conferral(voted.meeting).value().count() == 0);
    CHECK_FALSE(decisions.draftConferral(voted.meeting));
    CHECK(PaperIssuer(school.file()).gaps(PaperKind::Decision, draft.value()).value().empty());
    REQUIRE(decisions.issueDecision(draft, {60, {}, kToday}));
    const auto paper = printed(school, PaperKind::Decision, draft.value(), voted.year);
    CHECK(paper.find("Tặng Giấy khen của Hiệu trưởng cho 01 cá nhân") != std::string::npos);
    CHECK(paper.find("91/2017/NĐ-CP ngày 31 tháng 7 năm 2017") != std::string::npos);
    CHECK(paper.find("21/2020/TT-BGDĐT ngày 31 tháng 7 năm 2020") != std::string::npos);
    CHECK(paper.find("Căn cứ Biên bản số") != std::string::npos);
    CHECK(paper.find("Theo đề nghị của Hội đồng Thi đua - Khen thưởng") != std::string::npos);
    CHECK(paper.find("A Khôi") != std::string::npos);
    CHECK(stateOf(school, voted.nomination) == domain::NominationState::Conferred);
    const auto awards = decisions.awards(voted.year).value();
    REQUIRE(awards.size() == 1);
    CHECK(awards.front().decisionNumber == "60/QĐ-THMĐ");
    auto& reader = school.file().data().reader();
    const auto history = [&] {
        std::vector<domain::HonourRecord> found;
        for (const auto& row : repo::honoursOf(reader, voted.who))
            if (row.data.honour == kHeadsAward)
                found.push_back(row.data);
        return found;
    };
    REQUIRE(history().size() == 1);
    CHECK(history().front().decision == draft);

    CorrectionService corrections(school.file());
    REQUIRE(corrections.issue(about(school, domain::CorrectionKind::Revoke, PaperKind::Decision, draft.value(), "thành tích không đúng"), {61, {}, kToday}));
    CHECK(stateOf(school, voted.nomination) == domain::NominationState::Revoked);
    CHECK(decisions.awards(voted.year).value().empty());
    REQUIRE(history().size() == 1);
    CHECK(history().front().revokedOn == kToday);
    CHECK(history().front().revokedBy == "Quyết định số 61/QĐ-THMĐ");
    CHECK(school.file().check().value().empty());
    REQUIRE(school.file().undo());
    CHECK(stateOf(school, voted.nomination) == domain::NominationState::Conferred);
    CHECK_FALSE(history().front().revokedOn);

    const auto fresh = domain::DecisionId(corrections.draftReplacement(PaperKind::Decision, draft.value()).value().value);
    REQUIRE(decisions.issueDecision(fresh, {62, {}, kToday}));
    REQUIRE(history().size() == 1);
    CHECK(history().front().decisionNumber == "62/QĐ-THMĐ");
    CHECK(stateOf(school, voted.nomination) == domain::NominationState::Conferred);
    CHECK(decisions.awards(voted.year).value().size() == 1);
    CHECK(school.file().check().value().empty());
}

TEST_CASE("a submission asks who decides, names every receiver and what goes with it, and says where it asks for too many")
{
    SampleSchool school(kToday);
    const auto submission = school.file().data().reader().all<domain::Submission>().front();
    const auto paper = printed(school, PaperKind::Submission, submission.id.value(), school.year(2021));
    CHECK(paper.find("Đề nghị Chủ tịch Ủy ban nhân dân huyện Kon Plông quyết định công nhận:") != std::string::npos);
    CHECK(paper.find("kính trình Ủy ban nhân dân huyện Kon Plông; kính đề nghị Phòng Nội vụ huyện Kon Plông thẩm định, trình Chủ tịch Ủy ban nhân dân huyện Kon Plông xem xét, quyết định")
          != std::string::npos);
    CHECK(paper.find("Hồ sơ kèm theo gồm:") != std::string::npos);
    CHECK(paper.find("Báo cáo thành tích") != std::string::npos);
    CHECK(paper.find("Biên bản số 02/BB-HĐTĐKT ngày 27 tháng 5 năm 2022") != std::string::npos);
    CHECK(paper.find("Lưu: VT, TĐKT") != std::string::npos);
    CHECK(paper.find("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003") != std::string::npos);
    // A Phòng as the body that decides is asked about before issuing.
    SchoolService schools(school.file());
    auto row = schools.school().value();
    row.data.conferringHead = "Trưởng phòng Giáo dục và Đào tạo huyện Kon Plông";
    REQUIRE(schools.editSchool(row.data, row.version));
    const auto doubts = PaperIssuer(school.file()).warnings(PaperKind::Submission, submission.id.value(), {99, {}, kToday}).value();
    CHECK(std::ranges::any_of(doubts, [](const auto& doubt) { return doubt.find("cơ quan tham mưu") != std::string::npos; }));
}

TEST_CASE("a submission is offered from the meetings that passed something for the level above, and from no other")
{
    SampleSchool school(kToday);
    SubmissionService submissions(school.file());
    // The year before: four meetings were closed, one of them of the council of initiatives; all that was passed has been sent.
    CHECK(CouncilService(school.file()).meetings(school.year(2021))->size() == 4);
    CHECK(submissions.meetingsToSubmit(school.year(2021))->empty());
    const Voted voted(school, "lao-dong-tien-tien");
    const auto offered = submissions.meetingsToSubmit(voted.year).value();
    REQUIRE(offered.size() == 1);
    CHECK(offered.front().id == voted.meeting);
    CHECK(submissions.draftSubmission(offered.front().id));
}

TEST_CASE("on every paper the school stands before its teams, whatever they are called")
{
    SampleSchool school(kToday);
    auto& file = school.file();
    auto& reader = file.data().reader();
    std::vector<std::pair<ListPlace, std::string>> places;
    for (const auto& row : reader.all<domain::Collective>())
        places.emplace_back(listPlace(reader, file.rules(), domain::SubjectRef::of(row.id), "tap-the-lao-dong-tien-tien", row.data.name), row.data.name);
    places.emplace_back(listPlace(reader, file.rules(), school.person("A Khôi"), "lao-dong-tien-tien", "A Khôi"), "A Khôi");
    std::ranges::sort(places);
    REQUIRE(places.size() > 3);
    CHECK(places.front().second == "Trường Tiểu học Măng Đen");
    CHECK(places.back().second == "A Khôi");
}
