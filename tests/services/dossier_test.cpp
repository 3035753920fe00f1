// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a nomination: its dossier, opinions, the report; sent back, withdrawn, voted on for a lower title.
#include "documents/document.h"
#include "domain/council.h"
#include "domain/nomination.h"
#include "domain/school.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"
#include "services/papers/submission_package.h"
#include "services/people/subject_way.h"
#include "services/attachments/attachment_service.h"
#include "services/award/submission_service.h"
#include "services/follow/activity_service.h"
#include "services/review/council_service.h"
#include "services/review/dossier_service.h"
#include "services/review/nomination_service.h"
#include "services/review/report_service.h"
#include "services/sample_school.h"
#include "storage/check.h"
#include "text/messages.h"

#include <algorithm>
#include <fstream>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

constexpr const char* kCombatant = "chien-si-thi-dua-co-so";
constexpr const char* kWorker = "lao-dong-tien-tien";
const Date kDossierDay{2022, 10, 3};

/// A teacher nominated for the title alone, and a council of the year.
struct Dossiers : SampleSchool {
    Dossiers() : SampleSchool(kDossierDay), who(person("A Khôi"))
    {
        nomination = nominations.add(year(2022), who, kCombatant, kDossierDay).value().value;
    }
    void ask(bool team, bool unions, bool party)
    {
        auto school = SchoolService(file()).school().value();
        school.data.asksTeam = team;
        school.data.asksUnion = unions;
        school.data.asksParty = party;
        REQUIRE(SchoolService(file()).editSchool(school.data, school.version));
    }
    Opinion opinion(OpinionBody body = OpinionBody::Team, Stance stance = Stance::For)
    {
        Opinion made;
        made.nomination = nomination;
        made.body = body;
        made.stance = stance;
        made.givenOn = kDossierDay;
        made.signer = "Bùi Quang Huy";
        return made;
    }
    MeetingId meet()
    {
        auto draft = councils.proposedCouncil(year(2022), CouncilKind::Emulation).value();
        if (draft.members.size() % 2 == 0)
            draft.members.pop_back();
        const auto council = councils.draftCouncil(draft).value().value;
        REQUIRE(councils.establish(council, {40, {}, kDossierDay}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
        Meeting row;
        row.council = council;
        row.title = "Họp xét thi đua";
        row.heldOn = kDossierDay;
        row.starts = "08:00";
        row.ends = "10:00";
        row.place = "Phòng họp";
        const auto id = councils.createMeeting(row).value().value;
        REQUIRE(councils.nameTellers(id, {draft.members[0].person, draft.members[1].person, draft.members[2].person}));
        return id;
    }
    void count(MeetingId id, NominationId line, bool passes)
    {
        const auto detail = councils.meeting(id).value();
        const auto row = std::ranges::find(detail.tallies, BallotLine::of(line), &TallyRow::line);
        REQUIRE(row != detail.tallies.end());
        Tally tally;
        tally.line = row->line;
        tally.issued = tally.collected = tally.valid = row->voters.most();
        tally.inFavour = passes ? tally.valid : 1;
        REQUIRE(councils.recordTallies(id, {tally}));
    }
    Nomination now(NominationId id) { return file().data().reader().find<Nomination>(id)->data; }
    PartState part(const std::string& id)
    {
        const auto dossier = service.dossier(nomination).value();
        const auto row = std::ranges::find(dossier.parts, id, &DossierPartRow::id);
        REQUIRE(row != dossier.parts.end());
        return row->state;
    }
    std::vector<std::string> keys(const auto& written)
    {
        std::vector<std::string> keys;
        REQUIRE_FALSE(written);
        for (const auto& issue : written.error().issues) {
            CHECK(text::sentence(issue).find('%') == std::string::npos);
            keys.push_back(issue.key);
        }
        return keys;
    }
    std::filesystem::path pdf(const std::string& name)
    {
        std::ofstream(scratch() / name, std::ios::binary) << "%PDF-1.4 " << name;
        return scratch() / name;
    }
    std::string paper(PaperKind kind, std::int64_t id) { return join(documents::textLines(DocumentService(file()).build(kind, id, year(2022)).value()), "\n"); }

    NominationService nominations{file()};
    DossierService service{file()};
    ReportService reports{file()};
    CouncilService councils{file()};
    SubjectRef who;
    NominationId nomination{0};
};

bool paperSays(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}

TEST_CASE_METHOD(Dossiers, "a dossier has the parts that the rules of its day ask for, and what is there of each")
{
    const auto dossier = service.dossier(nomination).value();
    REQUIRE(dossier.parts.size() == 4);
    CHECK(dossier.missing() == 2); // the minutes and the submission come by themselves
    CHECK(part("minutes") == PartState::Pending);
    CHECK(part("submission") == PartState::Pending);
    CHECK(part("achievement-report") == PartState::Missing);
    CHECK(part("initiative-certificate") == PartState::Missing);
    CHECK(keys(service.receive(nomination, "initiative-certificate", kDossierDay.plusDays(1))) == std::vector<std::string>{"dossier.future"});
    CHECK(service.receive(nomination, "no-such-part", kDossierDay).error().key == "dossier.no-part");
    REQUIRE(service.receive(nomination, "initiative-certificate", kDossierDay));
    CHECK(part("initiative-certificate") == PartState::There);
    REQUIRE(service.receive(nomination, "initiative-certificate", std::nullopt));
    CHECK(part("initiative-certificate") == PartState::Missing);
    REQUIRE(AttachmentService(file()).add(AttachmentOwner::of(nomination), "initiative-certificate", {pdf("cn.pdf")}));
    CHECK(part("initiative-certificate") == PartState::There);
    REQUIRE(AttachmentService(file()).add(AttachmentOwner::of(nomination), {}, {pdf("khác.pdf")}));
    CHECK(service.dossier(nomination).value().otherFiles.size() == 1);
    const auto board = nominations.board(year(2022)).value();
    const auto row = std::ranges::find(board.rows, nomination, &NominationRow::id);
    CHECK(row->dossierParts == 4);
    CHECK(row->dossierMissing == 1);
}

TEST_CASE_METHOD(Dossiers, "opinions are signed, dated before the decision, and those that the school asks for are told")
{
    CHECK(service.dossier(nomination).value().askedAndMissing.empty());
    ask(true, false, true);
    CHECK(service.dossier(nomination).value().askedAndMissing == std::vector{OpinionBody::Team, OpinionBody::Party});
    auto wrong = opinion(OpinionBody::Team, Stance::Against);
    wrong.givenOn = kDossierDay.plusDays(1);
    wrong.signer = " ";
    CHECK(keys(service.recordOpinion(wrong)) == std::vector<std::string>{"opinion.future", "opinion.signer-missing", "opinion.content-missing"});
    const auto meeting = meet();
    CHECK(anySays(councils.meeting(meeting).value().opinionsMissing, "Chưa có ý kiến của Tổ chuyên môn về 1 đề nghị: A Khôi."));
    const auto id = service.recordOpinion(opinion()).value().value;
    auto again = opinion(OpinionBody::Team, Stance::Remarks);
    again.content = "Cần nộp hồ sơ sớm hơn";
    CHECK(service.recordOpinion(again).value().value == id); // one of each body
    CHECK(service.dossier(nomination).value().opinions.size() == 1);
    CHECK(service.dossier(nomination).value().askedAndMissing == std::vector{OpinionBody::Party});
    REQUIRE(service.removeOpinion(id));
    REQUIRE(file().undo());
    count(meeting, nomination, false);
    REQUIRE(councils.closeMeeting(meeting, {"Không đề nghị", {}, "10:00"}));
    CHECK(paperSays(paper(PaperKind::Minutes, meeting.value()), "- Ý kiến của Tổ chuyên môn: đồng ý và có ý kiến thêm 01 đề nghị (A Khôi: Cần nộp hồ sơ sớm hơn)."));
    CHECK(service.recordOpinion(opinion(OpinionBody::Party)).error().key == "nomination.dossier-closed");
}

TEST_CASE_METHOD(Dossiers, "an opinion dated after the council has decided is refused")
{
    REQUIRE(nominations.overrideVerdict(nomination, "Hội đồng xét theo thành tích"));
    const auto meeting = meet();
    count(meeting, nomination, true);
    const auto closed = councils.closeMeeting(meeting, {"Nhất trí", "Hội đồng đề nghị vượt hạn mức", "10:00"});
    INFO((closed ? std::string() : text::sentence(closed.error())));
    REQUIRE(closed);
    clock().set(kDossierDay.plusDays(5));
    auto late = opinion();
    late.givenOn = kDossierDay.plusDays(2);
    CHECK(keys(service.recordOpinion(late)) == std::vector<std::string>{"opinion.after-decision"});
    REQUIRE(service.recordOpinion(opinion()));
    CHECK(part("minutes") == PartState::There);
}

TEST_CASE_METHOD(Dossiers, "one opinion is recorded for many at once, or for none of them")
{
    const auto other = nominations.add(year(2022), person("Y Hiền"), kWorker, kDossierDay).value().value;
    REQUIRE(service.recordOpinions({nomination, other}, opinion(OpinionBody::Union)));
    CHECK(service.dossier(other).value().opinions.size() == 1);
    REQUIRE(file().undo());
    CHECK(service.dossier(nomination).value().opinions.empty());
    REQUIRE(nominations.withdraw(other, "Xin rút"));
    CHECK_FALSE(service.recordOpinions({nomination, other}, opinion(OpinionBody::Union)));
    CHECK(service.dossier(nomination).value().opinions.empty());
    CHECK(service.recordOpinions({}, opinion()).error().key == "opinion.of-nobody");
}

TEST_CASE_METHOD(Dossiers, "what is sent back for correction is open in the named fields alone until it is sent again")
{
    CHECK(keys(nominations.sendBack(nomination, {}, " ")) == std::vector<std::string>{"nomination.reason-missing", "nomination.fields-missing"});
    CHECK(nominations.sendAgain(nomination).error().key == "nomination.not-sent-back");
    REQUIRE(nominations.sendBack(nomination, {NominationField::ApplicableOn, NominationField::Report}, "Sai ngày áp dụng"));
    CHECK(now(nomination).state == NominationState::ForCorrection);
    CHECK(now(nomination).stateReason == "Sai ngày áp dụng");
    CHECK(service.recordOpinion(opinion()).error().key == "nomination.not-to-correct");
    CHECK(service.receive(nomination, "achievement-report", kDossierDay).error().key == "nomination.not-to-correct");
    CHECK(AttachmentService(file()).add(AttachmentOwner::of(nomination), {}, {pdf("a.pdf")}).error().key == "nomination.not-to-correct");
    const auto meeting = meet();
    const auto held = councils.meeting(meeting).value();
    CHECK(std::ranges::none_of(held.tallies, [&](const auto& row) { return row.line == BallotLine::of(nomination); })); // nobody votes on it meanwhile
    auto version = file().data().reader().find<Nomination>(nomination)->version;
    REQUIRE(nominations.edit(nomination, {Ground::AnnualMerit, kDossierDay.plusDays(-2)}, version));
    auto report = reports.report(nomination).value();
    report.achievements = "Dạy giỏi cấp trường";
    REQUIRE(reports.write(report));
    REQUIRE(nominations.sendAgain(nomination));
    CHECK(now(nomination).state == NominationState::Proposed);
    CHECK(now(nomination).toCorrect.empty());
    REQUIRE(service.recordOpinion(opinion()));
    count(meeting, nomination, false);
    CHECK(nominations.sendBack(nomination, {NominationField::Dossier}, "Thiếu").error().key == "nomination.counted");
    for (int i = 0; i < 2; ++i)
        REQUIRE(file().undo()); // the count, the opinion
    REQUIRE(file().undo());
    CHECK(now(nomination).state == NominationState::ForCorrection);
}

TEST_CASE_METHOD(Dossiers, "a nomination is changed in its ground and day, and refused what does not fit")
{
    const auto version = [&] { return file().data().reader().find<Nomination>(nomination)->version; };
    CHECK(keys(nominations.edit(nomination, {Ground::Exceptional, Date(2016, 1, 1)}, version())) == std::vector<std::string>{"nomination.ground-unfit", "nomination.before-rules"});
    const auto judged = now(nomination).judgement;
    REQUIRE(nominations.edit(nomination, {Ground::AnnualMerit, Date(2024, 6, 1)}, version()));
    CHECK(now(nomination).judgement != judged); // judged by the law of the other day
    REQUIRE(file().undo());
    CHECK(now(nomination).judgement == judged);
}

TEST_CASE_METHOD(Dossiers, "a nomination is withdrawn with a reason, which stands in the way of the person")
{
    CHECK(keys(nominations.withdraw(nomination, "  ")) == std::vector<std::string>{"nomination.reason-missing"});
    REQUIRE(nominations.withdraw(nomination, "Tự nguyện xin rút"));
    CHECK(now(nomination).stateOn == kDossierDay);
    const auto board = nominations.board(year(2022)).value();
    REQUIRE(board.withdrawn.size() == 1);
    CHECK(board.withdrawn.front().nomination.stateReason == "Tự nguyện xin rút");
    std::string told;
    const auto way = wayOf(file(), who).value();
    for (const auto& one : way)
        for (const auto& line : one.lines)
            told += line.result + "\n";
    CHECK(paperSays(told, "Đã rút: Tự nguyện xin rút"));
    CHECK(nominations.withdraw(nomination, "Lại rút").error().key == "nomination.decided");
    REQUIRE(file().undo());
    CHECK(now(nomination).state == NominationState::Proposed);
}

TEST_CASE_METHOD(Dossiers, "who is withdrawn takes the count of an open meeting along, and stays in the minutes of a closed one")
{
    const auto other = nominations.add(year(2022), person("Y Hiền"), kWorker, kDossierDay).value().value;
    REQUIRE(nominations.overrideVerdict(other, "Hội đồng xét theo thành tích"));
    const auto meeting = meet();
    count(meeting, nomination, false);
    count(meeting, other, true);
    REQUIRE(nominations.withdraw(nomination, "Tự nguyện xin rút"));
    CHECK(councils.meeting(meeting).value().tallies.size() == 1);
    REQUIRE(file().undo());
    CHECK(councils.meeting(meeting).value().tallies.size() == 2);
    REQUIRE(nominations.withdraw(nomination, "Tự nguyện xin rút"));
    const auto closed = councils.closeMeeting(meeting, {"Nhất trí", "Hội đồng đề nghị vượt hạn mức", "10:00"});
    INFO((closed ? std::string() : text::sentence(closed.error())));
    REQUIRE(closed);
    REQUIRE(nominations.withdraw(other, "Ra khỏi danh sách sau công khai"));
    CHECK(councils.meeting(meeting).value().tallies.size() == 1);
    CHECK(storage::checkFile(file().data().reader()).empty());
}

TEST_CASE_METHOD(Dossiers, "who misses a title is voted on for a lower one in the same meeting, with a verdict of its own")
{
    const auto below = nominations.lowerHonours(nomination).value();
    REQUIRE(below.size() == 1);
    CHECK(below.front().code == kWorker);
    const auto meeting = meet();
    CHECK(nominations.lower(meeting, nomination, kWorker).error().key == "nomination.lower-uncounted");
    count(meeting, nomination, false);
    CHECK(keys(nominations.lower(meeting, nomination, "chien-si-thi-dua-tinh")) == std::vector<std::string>{"nomination.not-lower"});
    const auto lower = nominations.lower(meeting, nomination, kWorker).value().value;
    CHECK(now(lower).judgement);
    CHECK(now(lower).judgement != now(nomination).judgement);
    CHECK(keys(nominations.lower(meeting, nomination, kWorker)) == std::vector<std::string>{"nomination.twice"});
    CHECK(nominations.withdraw(nomination, "Rút").error().key == "nomination.withdraw-lowered");
    REQUIRE(nominations.overrideVerdict(lower, "Hội đồng xét theo thành tích"));
    count(meeting, lower, true);
    const auto closed = councils.closeMeeting(meeting, {"Nhất trí", "Hội đồng đề nghị vượt hạn mức", "10:00"});
    INFO((closed ? std::string() : text::sentence(closed.error())));
    REQUIRE(closed);
    CHECK(now(nomination).state == NominationState::Lowered);
    CHECK(now(lower).state == NominationState::Passed);
    CHECK(paperSays(paper(PaperKind::Minutes, meeting.value()), "không đạt “Chiến sĩ thi đua cơ sở”; Hội đồng bỏ phiếu xét “Lao động tiên tiến”"));
    std::string told;
    const auto way = wayOf(file(), who).value();
    for (const auto& one : way)
        for (const auto& line : one.lines)
            told += line.honourName + ": " + line.result + "\n";
    CHECK(paperSays(told, "Chiến sĩ thi đua cơ sở: Chuyển danh hiệu thấp hơn"));
    CHECK(paperSays(told, "chuyển từ “Chiến sĩ thi đua cơ sở”"));
    CHECK_FALSE(file().undoNames().undo); // the minutes rest on it
    CHECK(storage::checkFile(file().data().reader()).empty());
}

TEST_CASE_METHOD(Dossiers, "a lower title that passes beside the higher one keeps the meeting open, and one that fails leaves both refused")
{
    const auto meeting = meet();
    count(meeting, nomination, false);
    const auto lower = nominations.lower(meeting, nomination, kWorker).value().value;
    count(meeting, lower, false);
    REQUIRE(nominations.overrideVerdict(nomination, "Hội đồng xét đặc cách"));
    count(meeting, nomination, true);
    const auto both = councils.closingIssues(meeting, {"Nhất trí", "Vượt hạn mức", "10:00"}).value();
    CHECK(std::ranges::find(both, "meeting.passed-and-lowered", &FieldIssue::key) != both.end());
    count(meeting, nomination, false);
    REQUIRE(councils.closeMeeting(meeting, {"Không đề nghị", {}, "10:00"}));
    CHECK(now(nomination).state == NominationState::NotPassed);
    CHECK(now(lower).state == NominationState::NotPassed);
}

TEST_CASE_METHOD(Dossiers, "the report of achievements offers what the file knows of its subject and nothing beside it")
{
    const auto one = nominations.add(year(2022), person("Nguyễn Thị Hoa"), kCombatant, kDossierDay).value().value;
    const auto offered = reports.offered(one).value();
    CHECK(paperSays(offered.about, "Họ và tên: Nguyễn Thị Hoa."));
    CHECK(paperSays(offered.achievements, "Năm học 2021 - 2022:"));
    CHECK(paperSays(offered.achievements, "- Xếp loại chất lượng: hoàn thành"));
    CHECK(paperSays(offered.honours, "Năm học 2021 - 2022: "));
    CHECK_FALSE(paperSays(offered.achievements + offered.about + offered.honours, "%"));
    // A person of whom nothing is known gets no sentence.
    CHECK(reports.offered(nomination).value().achievements.find("Sáng kiến") == std::string::npos);
    auto written = offered;
    written.achievements = " ";
    CHECK(keys(reports.write(written)) == std::vector<std::string>{"report.achievements-missing"});
    written.achievements = "Dạy giỏi cấp trường\nGiúp hai đồng nghiệp";
    REQUIRE(reports.write(written));
    CHECK(reports.report(one).value().achievements == "Dạy giỏi cấp trường\nGiúp hai đồng nghiệp");
    const auto printed = paper(PaperKind::AchievementReport, one.value());
    CHECK(paperSays(printed, "BÁO CÁO THÀNH TÍCH"));
    CHECK(paperSays(printed, "Giúp hai đồng nghiệp"));
    CHECK(paperSays(printed, "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"));
    REQUIRE(reports.remove(one));
    CHECK(reports.remove(one).error().key == "report.none");
    CHECK(reports.report(one).value() == offered);
}

TEST_CASE_METHOD(Dossiers, "the attachments and reports go with the submission, each nominee's in a folder and in the order of the rules")
{
    REQUIRE(nominations.overrideVerdict(nomination, "Hội đồng xét theo thành tích"));
    REQUIRE(AttachmentService(file()).add(AttachmentOwner::of(nomination), "initiative-certificate", {pdf("cn.pdf")}));
    REQUIRE(AttachmentService(file()).add(AttachmentOwner::of(nomination), {}, {pdf("ảnh lớp.pdf")}));
    auto report = reports.report(nomination).value();
    report.achievements = "Dạy giỏi cấp trường";
    REQUIRE(reports.write(report));
    const auto meeting = meet();
    count(meeting, nomination, true);
    REQUIRE(councils.closeMeeting(meeting, {"Nhất trí", "Hội đồng đề nghị vượt hạn mức", "10:00"}));
    const auto submission = SubmissionService(file()).draftSubmission(meeting).value().value;
    REQUIRE(SubmissionService(file()).issueSubmission(submission, {92, "", kDossierDay}));
    const auto package = submissionPackage(file(), submission).value();
    REQUIRE(package.nominees.size() == 1);
    const auto& own = package.nominees.front();
    CHECK(own.folder == "Hồ sơ từng đề nghị/01 A Khôi - Chiến sĩ thi đua cơ sở");
    CHECK(own.report);
    REQUIRE(own.files.size() == 2);
    CHECK(own.files[0].name == "02 Giấy chứng nhận sáng kiến hoặc đề tài nghiên cứu - cn.pdf");
    CHECK(own.files[1].name == "03 ảnh lớp.pdf");
    CHECK(part("submission") == PartState::There);
    CHECK(AttachmentService(file()).add(AttachmentOwner::of(nomination), {}, {pdf("muộn.pdf")}).error().key == "nomination.dossier-closed");
}
