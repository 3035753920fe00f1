// SPDX-License-Identifier: GPL-3.0-or-later
// Initiatives before their council: marks, votes, the decision, the way to the level above, how long a recognition serves.
#include "domain/initiative.h"
#include "documents/document.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/follow/initiative_ledger.h"
#include "services/follow/initiative_referrals.h"
#include "services/follow/initiative_scores.h"
#include "services/follow/initiative_service.h"
#include "services/law/regulation_service.h"
#include "services/papers/document_service.h"
#include "services/review/council_service.h"
#include "services/sample_school.h"
#include "text/messages.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

const Date kScored(2022, 10, 3);

/// 2022 – 2023 with an initiative council of five and two initiatives: one of a member, one shared by two who do not sit there.
struct Scored : SampleSchool {
    Scored() : SampleSchool(kScored)
    {
        CouncilDraft draft;
        draft.council.kind = CouncilKind::Initiative;
        draft.council.year = year(2022);
        draft.council.name = "Hội đồng sáng kiến";
        const auto add = [&](const char* name, CouncilRole role) { draft.members.push_back({CouncilId(0), 0, *person(name).person, role, {}, {}}); };
        add("Trần Thị Minh Nguyệt", CouncilRole::Chair);
        add("Lê Văn Thắng", CouncilRole::ViceChair);
        add("Lê Thị Thùy Dung", CouncilRole::Secretary);
        add("Phan Văn Bình", CouncilRole::Member);
        add("Bùi Quang Huy", CouncilRole::Member);
        council = councils.draftCouncil(draft).value().value;
        REQUIRE(councils.establish(council, {90, "", kScored}, {{std::nullopt, "Căn cứ Điều lệ Sáng kiến"}}));
        const auto waiting = initiatives.initiatives(year(2022)).value(); // of the sample: one council meets on those of this test alone
        for (const auto& row : waiting)
            REQUIRE(initiatives.rejectInitiative(row.id));
        own = make("Vườn rau của em", {{"Bùi Quang Huy", 100}});
        shared = make("Đọc sách mỗi ngày", {{"Mai Thị Lan Anh", 60}, {"Nguyễn Thị Thu Hà", 40}});
    }
    InitiativeId make(const char* title, const std::vector<std::pair<const char*, int>>& authors)
    {
        Initiative item;
        item.year = year(2022);
        item.title = title;
        item.honour = "chien-si-thi-dua-co-so";
        item.appliedOn = Date(2022, 9, 12);
        item.description = "Học sinh tự chăm vườn, ghi nhật ký quan sát";
        std::vector<InitiativeAuthor> rows;
        for (const auto& [name, share] : authors)
            rows.push_back({InitiativeId(0), *person(name).person, share, {}, {}});
        return initiatives.addInitiative(item, rows).value().value;
    }
    MeetingId meet(Date on = kScored)
    {
        Meeting row;
        row.council = council;
        row.title = "Họp xét công nhận sáng kiến";
        row.heldOn = on;
        row.starts = "08:00";
        row.place = "Phòng họp";
        const auto id = councils.createMeeting(row).value().value;
        clock().set(std::max(clock().today(), on));
        REQUIRE(councils.nameTellers(id, {*person("Lê Văn Thắng").person, *person("Phan Văn Bình").person}));
        return id;
    }
    InitiativeMark mark(MeetingId meeting, const char* name, int novelty, int applicability, int benefit, int reach)
    {
        InitiativeMark one;
        if (name != nullptr) {
            const auto detail = councils.meeting(meeting).value();
            one.member = std::ranges::find(detail.council.members, std::string(name), &MemberRow::name)->id;
        }
        one.novelty = novelty;
        one.applicability = applicability;
        one.benefit = benefit;
        one.reach = reach;
        return one;
    }
    void vote(MeetingId meeting, int fewer = 0)
    {
        std::vector<Tally> tallies;
        const auto detail = councils.meeting(meeting).value();
        for (const auto& row : detail.tallies) {
            Tally tally;
            tally.line = row.line;
            tally.issued = tally.collected = tally.valid = row.voters.most();
            tally.inFavour = tally.valid - fewer;
            tallies.push_back(tally);
        }
        REQUIRE(councils.recordTallies(meeting, tallies));
    }
    ScoredInitiative scored(MeetingId meeting, InitiativeId id)
    {
        const auto board = scores.board(meeting).value();
        return *std::ranges::find(board.rows, id, &ScoredInitiative::id);
    }
    static std::vector<std::string> issues(const auto& written)
    {
        REQUIRE_FALSE(written);
        std::vector<std::string> found;
        for (const auto& issue : written.error().issues) {
            CHECK(text::sentence(issue).find("%1") == std::string::npos);
            found.push_back(issue.field + ":" + issue.key);
        }
        if (found.empty())
            found.push_back(written.error().key);
        return found;
    }
    void regulate(const std::string& param, const std::string& value)
    {
        Regulation entry;
        entry.kind = RegulationKind::Value;
        entry.target = param;
        entry.value = value;
        entry.from = Date(2022, 9, 1);
        entry.cite = "Điều 6 Quy chế xét sáng kiến";
        entry.reason = "Hội nghị viên chức thống nhất";
        const auto added = RegulationService(file()).add(entry);
        INFO((added ? std::string() : text::sentence(added.error())));
        REQUIRE(added);
    }
    std::string paper(PaperKind kind, std::optional<std::int64_t> id)
    {
        const auto document = DocumentService(file()).build(kind, id, year(2022));
        INFO((document ? std::string() : text::sentence(document.error())));
        REQUIRE(document);
        CHECK(document->gaps.empty());
        return join(documents::textLines(*document), "\n");
    }

    CouncilService councils{file()};
    InitiativeService initiatives{file()};
    InitiativeScores scores{file()};
    CouncilId council{0};
    InitiativeId own{0}, shared{0};
};

bool scoreSays(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}

TEST_CASE_METHOD(Scored, "an initiative keeps what it is meant for, and the shares of its authors make a hundred")
{
    const auto row = initiatives.initiative(shared).value();
    CHECK(row.initiative.honour == "chien-si-thi-dua-co-so");
    CHECK(row.initiative.appliedOn == Date(2022, 9, 12));
    auto authors = row.authors;
    for (const int last : {30, 41}) {
        authors.back().share = last;
        CHECK(issues(initiatives.editInitiative(shared, row.initiative, authors, row.version)) == std::vector<std::string>{"authors:initiative.shares"});
        Initiative item = row.initiative;
        CHECK(issues(initiatives.addInitiative(item, authors)) == std::vector<std::string>{"authors:initiative.shares"});
    }
    auto other = row.initiative;
    other.honour = "danh-hieu-khong-co";
    CHECK(issues(initiatives.editInitiative(shared, other, row.authors, row.version)) == std::vector<std::string>{"honour:honour.missing"});
    CHECK(initiatives.initiative(shared).value().authors == row.authors);
}

TEST_CASE_METHOD(Scored, "members mark within what each criterion takes, nobody marks their own, and the mean gives the grade")
{
    const auto id = meet();
    const auto before = dump();
    CHECK(issues(scores.record(id, shared, {mark(id, "Phan Văn Bình", 301, 200, 300, 201)})) == std::vector<std::string>{"0.novelty:score.above", "0.reach:score.above"});
    CHECK(issues(scores.record(id, shared, {mark(id, "Phan Văn Bình", -1, 0, 0, 0)})) == std::vector<std::string>{"0.novelty:score.negative"});
    CHECK(issues(scores.record(id, own, {mark(id, "Bùi Quang Huy", 300, 200, 300, 200)})) == std::vector<std::string>{"0.member:score.own"});
    CHECK(issues(scores.record(id, shared, {mark(id, nullptr, 200, 100, 200, 100), mark(id, "Phan Văn Bình", 200, 100, 200, 100)}))
          == std::vector<std::string>{"0.member:score.one-or-each"});
    CHECK(issues(scores.record(id, shared, {mark(id, "Phan Văn Bình", 1, 1, 1, 1), mark(id, "Phan Văn Bình", 2, 2, 2, 2)})) == std::vector<std::string>{"1.member:score.twice"});
    auto graded = mark(id, "Phan Văn Bình", 200, 100, 200, 100);
    graded.grade = InitiativeGrade::A;
    CHECK(issues(scores.record(id, shared, {graded})) == std::vector<std::string>{"0.grade:score.points-wanted"});
    CHECK(dump() == before);

    REQUIRE(scores.record(id, shared, {mark(id, "Phan Văn Bình", 250, 170, 255, 150), mark(id, "Bùi Quang Huy", 240, 160, 240, 160), mark(id, "Lê Văn Thắng", 245, 160, 245, 155)}));
    auto row = scored(id, shared);
    CHECK(row.score.sheets == 3);
    CHECK(row.score.mean == 8100); // 82,5 + 80 + 80,5
    CHECK(meanText(*row.score.mean) == "81,00");
    CHECK(row.score.grade == InitiativeGrade::A);
    // Written whole: who is not among them any more has none, and undo brings all back.
    REQUIRE(scores.record(id, shared, {mark(id, "Phan Văn Bình", 200, 120, 200, 129)}));
    CHECK(scored(id, shared).score.mean == 6490);
    CHECK(scored(id, shared).score.grade == InitiativeGrade::C);
    REQUIRE(file().undo());
    CHECK(scored(id, shared).score.sheets == 3);
    REQUIRE(scores.record(id, own, {mark(id, nullptr, 100, 100, 100, 100)}));
    CHECK(scored(id, own).score.grade == InitiativeGrade::None);
    CHECK(readPoints("18,5") == 185);
    CHECK(readPoints(" 30 ") == 300);
    CHECK_FALSE(readPoints("18,55"));
    CHECK_FALSE(readPoints("-1"));
    CHECK_FALSE(readPoints("mười"));
    CHECK(pointsText(185) == "18,5");
}

TEST_CASE_METHOD(Scored, "the school's regulation sets the points of a criterion, or has the council grade")
{
    regulate("initiative_points_novelty", "40");
    const auto id = meet();
    REQUIRE(scores.record(id, shared, {mark(id, nullptr, 400, 200, 300, 200)}));
    regulate("initiative_by_points", "false");
    CHECK_FALSE(scores.board(id).value().rule.byPoints);
    CHECK(issues(scores.record(id, shared, {mark(id, nullptr, 100, 0, 0, 0)})) == std::vector<std::string>{"0.grade:score.grade-wanted"});
    std::vector<InitiativeMark> grades;
    for (const auto& [name, grade] : std::map<const char*, InitiativeGrade>{{"Phan Văn Bình", InitiativeGrade::A}, {"Lê Văn Thắng", InitiativeGrade::B}}) {
        grades.push_back(mark(id, name, 0, 0, 0, 0));
        grades.back().grade = grade;
    }
    REQUIRE(scores.record(id, shared, grades));
    CHECK(scored(id, shared).score.grade == InitiativeGrade::B); // as often as A: the lower one
    CHECK_FALSE(scored(id, shared).score.mean);
}

TEST_CASE_METHOD(Scored, "an author neither votes on nor presides over the own initiative")
{
    const auto id = meet();
    auto detail = councils.meeting(id).value();
    const auto line = std::ranges::find(detail.tallies, BallotLine::of(own), &TallyRow::line);
    REQUIRE(line != detail.tallies.end());
    CHECK(line->voters.most() == 4);
    Tally all;
    all.line = line->line;
    all.issued = all.collected = all.valid = all.inFavour = 5;
    CHECK(issues(councils.recordTallies(id, {all})) == std::vector<std::string>{"0.issued:tally.more-than-voters"});
    vote(id);
    CloseMeeting close{"Thống nhất", {}, "10:00"};
    CHECK(councils.closingIssues(id, close).value().empty());
    auto row = detail.meeting;
    row.chair = mark(id, "Bùi Quang Huy", 0, 0, 0, 0).member;
    REQUIRE(councils.editMeeting(id, row, councils.meeting(id).value().version));
    CHECK(issues(councils.closeMeeting(id, close)) == std::vector<std::string>{"chair:meeting.chair-author"});
}

TEST_CASE_METHOD(Scored, "two thirds of the council pass an initiative, and a decision neither comes before the votes nor without them")
{
    const auto id = meet();
    REQUIRE(scores.record(id, shared, {mark(id, nullptr, 250, 170, 255, 150)}));
    CHECK(issues(DecisionService(file()).issueRecognition(year(2022), {shared}, {91, "", kScored}, {})) == std::vector<std::string>{"initiative.not-voted"});
    vote(id);
    REQUIRE(councils.closeMeeting(id, {"Thống nhất", {}, "10:00"}));
    CHECK(scores.record(id, shared, {}).error().key == "meeting.closed");
    CHECK_THROWS(file().data().reader().execute("UPDATE initiative_mark SET novelty = 0", {}));
    CHECK_THROWS(file().data().reader().execute("DELETE FROM initiative_mark", {}));
    clock().set(Date(2022, 10, 5));
    CHECK(issues(DecisionService(file()).issueRecognition(year(2022), {shared}, {91, "", Date(2022, 10, 2)}, {})) == std::vector<std::string>{"issuedOn:decision.before-meeting"});
    CHECK(issues(DecisionService(file()).issueRecognition(year(2022), {shared}, {90, "", kScored}, {})) == std::vector<std::string>{"number:paper.number-used"});
    const auto decision = DecisionService(file()).issueRecognition(year(2022), {shared, own}, {91, "", kScored}, {}).value().value;
    CHECK(DecisionService(file()).decision(decision).value().decision.meeting == id);
    const auto row = initiatives.initiative(shared).value();
    CHECK(row.score->mean == 8250);
    const auto certificates = paper(PaperKind::InitiativeCertificates, decision.value());
    CHECK(scoreSays(certificates, "Mai Thị Lan Anh"));
    CHECK(scoreSays(certificates, "tỷ lệ đóng góp 60%"));
    CHECK(scoreSays(certificates, "Nguyễn Thị Thu Hà (40 %)"));
    CHECK(scoreSays(certificates, "Quyết định số 91/QĐ-THMĐ"));
    CHECK(scoreSays(paper(PaperKind::Decision, decision.value()), "Loại A; phạm vi cơ sở"));
    CHECK(scoreSays(paper(PaperKind::ScoreSummary, id.value()), "82,50"));
    CHECK(scoreSays(paper(PaperKind::ScoreSheets, id.value()), "Phiếu chung của Hội đồng"));
    CHECK(scoreSays(paper(PaperKind::Minutes, id.value()), "82,50 điểm, loại A"));
    CHECK(scoreSays(paper(PaperKind::InitiativeLedger, 0), "Quyết định số 91/QĐ-THMĐ ngày 03/10/2022"));
}

TEST_CASE_METHOD(Scored, "an initiative that misses the share is rejected, and no decision recognises it")
{
    const auto id = meet();
    vote(id, 2); // three of five, less than two thirds
    REQUIRE(councils.closeMeeting(id, {"Thống nhất", {}, "10:00"}));
    CHECK(initiatives.initiative(shared).value().initiative.state == InitiativeState::Rejected);
    CHECK(issues(DecisionService(file()).issueRecognition(year(2022), {shared}, {91, "", kScored}, {})) == std::vector<std::string>{"initiative.rejected"});
}

TEST_CASE_METHOD(Scored, "what is passed above waits until it is recognised or refused there")
{
    InitiativeReferrals referrals(file());
    ReferInitiatives command{{shared}, RecognitionLevel::District, "Hội đồng sáng kiến huyện", kScored};
    CHECK(issues(referrals.refer(command)) == std::vector<std::string>{"referral.not-recognised"});
    const auto id = meet();
    vote(id);
    REQUIRE(councils.closeMeeting(id, {"Thống nhất", {}, "10:00"}));
    REQUIRE(DecisionService(file()).issueRecognition(year(2022), {shared, own}, {91, "", kScored}, {}));
    command.sentOn = kScored.plusDays(-1);
    CHECK(issues(referrals.refer(command)) == std::vector<std::string>{"sentOn:referral.before-recognition"});
    command.sentOn = kScored.plusDays(1);
    command.sentTo = " ";
    CHECK(issues(referrals.refer(command)) == std::vector<std::string>{"sentTo:referral.to-missing", "sentOn:referral.to-come"});
    command = {{shared, own}, RecognitionLevel::District, "Hội đồng sáng kiến huyện", kScored};
    REQUIRE(referrals.refer(command));
    CHECK(issues(referrals.refer(command)).front() == "level:referral.there");
    command.level = RecognitionLevel::School;
    CHECK(issues(referrals.refer(command)).front() == "level:referral.level");

    clock().set(Date(2022, 11, 1));
    RecogniseOutside above;
    above.initiatives = {shared};
    above.level = above.scope = RecognitionLevel::District;
    above.issuer = "Phòng GD&ĐT";
    above.number = "9/QĐ-PGDĐT";
    above.decidedOn = Date(2022, 10, 20);
    above.validUntil = Date(2022, 10, 1);
    CHECK(issues(initiatives.recogniseOutside(above)) == std::vector<std::string>{"validUntil:outside.valid-early"});
    above.validUntil = Date(2025, 10, 19);
    const auto decision = initiatives.recogniseOutside(above).value().value;
    auto row = initiatives.initiative(shared).value();
    REQUIRE(row.referrals.size() == 1);
    CHECK(row.referrals.front().data.state == ReferralState::Recognised);
    CHECK(row.referrals.front().data.decision == decision);
    CHECK(row.validUntil == Date(2025, 10, 19));
    const auto waiting = initiatives.initiative(own).value().referrals.front().id;
    CHECK(issues(referrals.refused(waiting, kScored.plusDays(-1), " ")) == std::vector<std::string>{"answeredOn:referral.answer-early", "answer:referral.answer-missing"});
    REQUIRE(referrals.refused(waiting, Date(2022, 10, 25), "Trùng giải pháp đã có"));
    CHECK(referrals.drop(waiting).error().key == "referral.answered");
    REQUIRE(file().undo());
    REQUIRE(referrals.drop(waiting));
    CHECK(initiatives.initiative(own).value().referrals.empty());
}

TEST_CASE_METHOD(Scored, "where the province says how long, a recognition ends and the ledger says when")
{
    regulate("initiative_valid_years", "3");
    const auto id = meet();
    vote(id);
    REQUIRE(councils.closeMeeting(id, {"Thống nhất", {}, "10:00"}));
    REQUIRE(DecisionService(file()).issueRecognition(year(2022), {shared, own}, {91, "", kScored}, {}));
    const auto line = [&] {
        const auto all = InitiativeLedger(file()).lines().value();
        return *std::ranges::find(all, own, &InitiativeUse::initiative);
    };
    CHECK(line().validUntil == Date(2025, 10, 2));
    CHECK_FALSE(line().expired);
    clock().set(Date(2025, 10, 3));
    CHECK(line().expired);
}
