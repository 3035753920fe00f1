// SPDX-License-Identifier: GPL-3.0-or-later
// Who votes on what, what can still pass, what a meeting must state before it is closed, and what its papers say of it.
#include "documents/writers/html_writer.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/nomination.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/follow/initiative_service.h"
#include "services/law/regulation_service.h"
#include "services/papers/document_service.h"
#include "services/people/people_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "services/sample_school.h"
#include "text/messages.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

constexpr const char* kFighter = "chien-si-thi-dua-co-so";

/// The year 2022 – 2023 with its nominations and an established council of seven, of whom one stands for the title.
struct Voting : SampleSchool {
    Voting() : SampleSchool(Date(2022, 10, 3))
    {
        CouncilDraft draft;
        draft.council.year = year(2022);
        draft.council.name = "Hội đồng Thi đua - Khen thưởng";
        const auto add = [&](const char* name, CouncilRole role) {
            draft.members.push_back({CouncilId(0), 0, *person(name).person, role, {}, {}});
        };
        add("Trần Thị Minh Nguyệt", CouncilRole::Chair);
        add("Lê Văn Thắng", CouncilRole::ViceChair);
        add("Lê Thị Thùy Dung", CouncilRole::Secretary);
        for (const char* name : {"Phan Văn Bình", "Bùi Quang Huy", "Dương Thị Tuyết Nhung", "Nguyễn Thị Thu Hà"})
            add(name, CouncilRole::Member);
        council = service.draftCouncil(draft).value().value;
        REQUIRE(service.establish(council, {90, "", Date(2022, 10, 3)}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
        REQUIRE(NominationService(file()).nominate(year(2022), Date(2022, 10, 3)));
    }

    MeetingId meet(Date on)
    {
        Meeting row;
        row.council = council;
        row.title = "Họp xét thi đua, khen thưởng";
        row.heldOn = on;
        const auto id = service.createMeeting(row).value().value;
        clock().set(std::max(clock().today(), on)); // it has met
        return id;
    }
    void attend(MeetingId id, const std::string& name, bool present, bool byLetter = false)
    {
        const auto detail = service.meeting(id).value();
        const auto row = std::ranges::find(detail.attendance, name, [](const auto& one) { return one.member.name; });
        REQUIRE(row != detail.attendance.end());
        REQUIRE(service.recordAttendance(id, {{id, row->member.id, present, present ? "" : "ốm", byLetter}}));
    }
    TallyRow line(MeetingId id, const std::string& name, const std::string& honour = kFighter)
    {
        const auto detail = service.meeting(id).value();
        for (const auto& row : detail.tallies)
            if (row.name == name && row.honour == honour)
                return row;
        throw std::runtime_error("no such line");
    }
    Tally all(const TallyRow& row, int ballots)
    {
        Tally tally;
        tally.line = row.line;
        tally.issued = tally.collected = tally.valid = tally.inFavour = ballots;
        return tally;
    }
    CouncilMemberId member(MeetingId id, const std::string& name)
    {
        const auto detail = service.meeting(id).value();
        return std::ranges::find(detail.council.members, name, &MemberRow::name)->id;
    }
    /// Hour, place and tellers, so that only what a test is about is missing.
    void fill(MeetingId id)
    {
        auto detail = service.meeting(id).value();
        auto row = detail.meeting;
        row.starts = "08:00";
        row.place = "Phòng họp";
        REQUIRE(service.editMeeting(id, row, detail.version));
        REQUIRE(service.nameTellers(id, {*person("Phan Văn Bình").person, *person("Bùi Quang Huy").person, *person("Mai Thị Lan Anh").person}));
    }
    /// Everybody may vote on everything and does, in favour of the first `passing` lines.
    void countAll(MeetingId id, const std::set<std::string>& against = {})
    {
        std::vector<Tally> tallies;
        const auto detail = service.meeting(id).value();
        for (const auto& row : detail.tallies) {
            auto tally = all(row, row.voters.most());
            if (against.contains(row.name) || row.verdict != "eligible")
                tally.inFavour = 1;
            tallies.push_back(tally);
        }
        const auto counted = service.recordTallies(id, tallies);
        INFO((counted ? std::string() : counted.error().key));
        REQUIRE(counted);
    }
    std::vector<std::string> gaps(MeetingId id, const CloseMeeting& command)
    {
        std::vector<std::string> fields;
        const auto found = service.closingIssues(id, command).value();
        for (const auto& issue : found) {
            CHECK(text::sentence(issue).find('%') == std::string::npos);
            fields.push_back(issue.field);
        }
        return fields;
    }
    std::string paper(PaperKind kind, MeetingId id, int startYear = 2022)
    {
        return documents::writeHtml(DocumentService(file()).build(kind, id.value(), year(startYear)).value());
    }

    CouncilService service{file()};
    CouncilId council{0};
};

/// What must not part at a line's end is bound on paper.
bool has(std::string text, const std::string& part)
{
    const std::string bound = "\u00a0";
    for (auto at = text.find(bound); at != std::string::npos; at = text.find(bound, at))
        text.replace(at, bound.size(), " ");
    return text.find(part) != std::string::npos;
}

}

TEST_CASE_METHOD(Voting, "a meeting that is still to come is not closed: its day is the gap")
{
    const auto id = meet(Date(2023, 5, 25));
    fill(id);
    countAll(id);
    const CloseMeeting command{"Nhất trí", "Đủ hạn mức", "16:30"};
    CHECK(gaps(id, command).empty());
    clock().set(Date(2023, 5, 24));
    const auto found = service.closingIssues(id, command).value();
    REQUIRE(found.size() == 1);
    CHECK(found.front().field == "heldOn");
    const auto words = text::sentence(found.front());
    for (const char* part : {"25/05/2023", "24/05/2023", "Điểm danh"})
        CHECK(words.find(part) != std::string::npos);
    CHECK(service.closeMeeting(id, command).error().issues.front().key == "meeting.still-to-come");
    clock().set(Date(2023, 5, 25));
    CHECK(service.closeMeeting(id, command));
}

TEST_CASE_METHOD(Voting, "of seven members one absent and one recused leave five: below 80 % it is said before, with what the law allows")
{
    const auto id = meet(Date(2025, 5, 20));
    const auto before = line(id, "Nguyễn Thị Thu Hà");
    CHECK(before.needed == 6);
    CHECK(before.voters.most() == 6); // his own line is not his to vote on
    CHECK(before.ownLine);
    CHECK(before.canPass());
    CHECK(obstacles(service.meeting(id).value()).empty());
    attend(id, "Dương Thị Tuyết Nhung", false);
    const auto found = obstacles(service.meeting(id).value());
    REQUIRE(found.size() == 1);
    CHECK(std::ranges::find(found.front().names, "Nguyễn Thị Thu Hà") != found.front().names.end());
    CHECK(found.front().why == "Nhiều nhất 5/7 thành viên đồng ý (71,43 %), chưa tới 80 % (cần 6 phiếu).");
    REQUIRE(found.front().ways.size() == 2);
    CHECK(has(found.front().ways[0], "Dương Thị Tuyết Nhung"));
    CHECK(has(found.front().ways[0], "khoản 7 Điều 30 NĐ 98/2023"));
    CHECK(has(found.front().ways[1], "Họp vào ngày khác"));
    // More ballots than voters are refused at the cell.
    const auto refused = service.recordTallies(id, {all(before, 6)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().issues.front().field == "0.issued");
    CHECK(refused.error().issues.front().key == "tally.more-than-voters");
    // Her ballot in writing counts, by the decree.
    attend(id, "Dương Thị Tuyết Nhung", false, true);
    CHECK(line(id, "Nguyễn Thị Thu Hà").voters.most() == 6);
    CHECK(obstacles(service.meeting(id).value()).empty());
    CHECK(service.recordTallies(id, {all(before, 6)}));
    CHECK(service.recordTallies(id, {all(line(id, "Đỗ Thị Quỳnh Như"), 7)}));
}

TEST_CASE_METHOD(Voting, "where no text lets an absent member vote in writing, the ballot does not count until the school's own rule says so")
{
    const auto id = meet(Date(2023, 5, 20));
    attend(id, "Dương Thị Tuyết Nhung", false, true);
    CHECK(line(id, "Nguyễn Thị Thu Hà").voters.most() == 5);
    CHECK(line(id, "Nguyễn Thị Thu Hà").byLetter.empty());
    Regulation own;
    own.target = "council_by_letter";
    own.value = "true";
    own.from = Date(2022, 9, 1);
    own.cite = "Điều 5 Quy chế thi đua, khen thưởng";
    own.reason = "Hội nghị viên chức thống nhất";
    own.layer = RegulationLayer::School;
    REQUIRE(RegulationService(file()).add(own));
    CHECK(line(id, "Nguyễn Thị Thu Hà").voters.most() == 6);
    CHECK(has(line(id, "Nguyễn Thị Thu Hà").byLetter, "Điều 5"));
}

TEST_CASE_METHOD(Voting, "a member is recused by choice with a reason, loses the ballot on that line alone, and stands in the minutes")
{
    const auto id = meet(Date(2023, 5, 20));
    const auto other = line(id, "Đỗ Thị Quỳnh Như");
    const auto clerk = member(id, "Lê Thị Thùy Dung");
    CHECK(service.recordRecusals(id, other.line, {{id, other.line, clerk, "  "}}).error().issues.front().key == "recusal.reason-missing");
    CHECK(service.recordRecusals(id, other.line, {{id, other.line, CouncilMemberId(9999), "chồng"}}).error().issues.front().key == "meeting.not-a-member");
    REQUIRE(service.recordRecusals(id, other.line, {{id, other.line, clerk, "em gái của người được xét"}}));
    CHECK(line(id, "Đỗ Thị Quỳnh Như").voters.recused == std::vector<std::string>{"Lê Thị Thùy Dung"});
    CHECK(line(id, "Đỗ Thị Quỳnh Như").voters.most() == 6);
    CHECK(line(id, "Nguyễn Thị Thu Hà").voters.recused == std::vector<std::string>{"Nguyễn Thị Thu Hà"});
    fill(id);
    countAll(id);
    const auto minutes = paper(PaperKind::Minutes, id);
    CHECK(has(minutes, "Bà Lê Thị Thùy Dung không bỏ phiếu dòng Chiến sĩ thi đua cơ sở của bà Đỗ Thị Quỳnh Như; lý do: em gái của người được xét."));
    CHECK(has(minutes, "- Không bỏ phiếu dòng của mình: "));
    CHECK(has(paper(PaperKind::CountMinutes, id), "Lê Thị Thùy Dung không bỏ phiếu dòng"));
    REQUIRE(service.recordRecusals(id, other.line, {}));
    CHECK(line(id, "Đỗ Thị Quỳnh Như").voters.most() == 7);
}

TEST_CASE_METHOD(Voting, "a meeting is not closed with a gap in its minutes, and the first gap comes first")
{
    const auto id = meet(Date(2023, 5, 20));
    CHECK(gaps(id, {}) == std::vector<std::string>{"starts", "place", "conclusions", "ends"});
    attend(id, "Lê Thị Thùy Dung", false);
    CHECK(gaps(id, {"Kết luận", "", "10:00"}) == std::vector<std::string>{"starts", "place", "secretary"});
    countAll(id);
    auto detail = service.meeting(id).value();
    auto row = detail.meeting;
    row.starts = "08:00";
    row.place = "Phòng họp";
    row.secretary = member(id, "Phan Văn Bình");
    REQUIRE(service.editMeeting(id, row, detail.version));
    CHECK(gaps(id, {"Kết luận", "", "10:00"}) == std::vector<std::string>{"tellers"});
    CHECK_FALSE(service.closeMeeting(id, {"Kết luận", "", "10:00"}));
    // One who is absent does not count.
    CHECK(service.nameTellers(id, {*person("Lê Thị Thùy Dung").person}).error().issues.front().key == "teller.absent");
    CHECK(service.nameTellers(id, {*person("Bùi Quang Huy").person, *person("Bùi Quang Huy").person}).error().issues.front().key == "teller.twice");
    REQUIRE(service.nameTellers(id, {*person("Bùi Quang Huy").person}));
    CHECK(gaps(id, {"Kết luận", "", "10:00"}) == std::vector<std::string>{"tellers"}); // a head alone is no board
    REQUIRE(service.nameTellers(id, {*person("Bùi Quang Huy").person, *person("Y Nga").person}));
    CHECK(gaps(id, {"Kết luận", "", ""}) == std::vector<std::string>{"ends"});
    REQUIRE(service.closeMeeting(id, {"Kết luận", "", "10:00"}));
    const auto minutes = paper(PaperKind::Minutes, id);
    CHECK(has(minutes, "Thư ký:</b> Ông Phan Văn Bình"));
    CHECK_FALSE(has(minutes, "[…]"));
    CHECK(has(minutes, "Ban kiểm phiếu gồm 02 thành viên: ông Bùi Quang Huy"));
}

TEST_CASE_METHOD(Voting, "who was chair when chair and vice chair are away is named, and is not the secretary")
{
    const auto id = meet(Date(2023, 5, 20));
    fill(id);
    attend(id, "Trần Thị Minh Nguyệt", false);
    attend(id, "Lê Văn Thắng", false);
    CHECK(gaps(id, {"Kết luận", "", "10:00"}) == std::vector<std::string>{"chair"});
    auto detail = service.meeting(id).value();
    auto row = detail.meeting;
    row.chair = member(id, "Lê Thị Thùy Dung");
    REQUIRE(service.editMeeting(id, row, detail.version));
    CHECK(gaps(id, {"Kết luận", "", "10:00"}) == std::vector<std::string>{"secretary"});
    detail = service.meeting(id).value();
    row.chair = member(id, "Phan Văn Bình");
    REQUIRE(service.editMeeting(id, row, detail.version));
    REQUIRE(service.closeMeeting(id, {"Kết luận", "", "10:00"}));
    CHECK(service.meeting(id).value().meeting.signerName == "Phan Văn Bình");
}

TEST_CASE_METHOD(Voting, "the count's own minutes are kept as they were signed, and listed")
{
    const auto id = meet(Date(2023, 5, 20));
    fill(id);
    DocumentService documents(file());
    const auto listed = [&] {
        const auto printables = documents.printables().value();
        return std::ranges::any_of(printables, [&](const auto& one) { return one.kind == PaperKind::CountMinutes && one.id == id.value(); });
    };
    CHECK_FALSE(listed());
    CHECK(documents.build(PaperKind::CountMinutes, id.value(), year(2022)).error().key == "paper.not-counted");
    countAll(id);
    CHECK(listed());
    REQUIRE(service.closeMeeting(id, {"Kết luận", "vượt có lý do", "10:00"}));
    const auto signedPaper = paper(PaperKind::CountMinutes, id);
    CHECK(has(signedPaper, "BIÊN BẢN KIỂM PHIẾU"));
    CHECK(has(signedPaper, "Phan Văn Bình"));
    CHECK(has(signedPaper, "TRƯỞNG BAN"));
    PeopleService people(file());
    const auto staff = people.staff(year(2022)).value();
    const auto row = std::ranges::find(staff, std::string("Phan Văn Bình"), [](const auto& one) { return one.person.fullName; });
    StaffDraft draft{row->person, row->position, row->title, row->team};
    draft.person.fullName = "Phan Văn Khác";
    REQUIRE(people.editStaff(year(2022), row->id, draft, row->version));
    CHECK(paper(PaperKind::CountMinutes, id) == signedPaper);
}

TEST_CASE_METHOD(Voting, "the minutes name one threshold for each honour, every honour once above its names, each reason and each conclusion once")
{
    const auto id = meet(Date(2025, 5, 20));
    fill(id);
    const auto rows = service.meeting(id).value().tallies;
    const auto doubtful = std::ranges::find_if(rows, [](const auto& row) { return row.verdict != "eligible" && !row.collective; });
    REQUIRE(doubtful != rows.end());
    REQUIRE(NominationService(file()).overrideVerdict(*doubtful->line.nomination, "Hồ sơ nộp bổ sung ngày 19/5/2025"));
    countAll(id);
    REQUIRE(service.recordTallies(id, {all(*doubtful, doubtful->voters.most())}));
    REQUIRE(service.closeMeeting(id, {"Thông qua danh sách.\nThông qua danh sách.", "vượt có lý do", "10:00"}));
    const auto minutes = paper(PaperKind::Minutes, id);
    CHECK(has(minutes, "+ Chiến sĩ thi đua cơ sở: từ 06/07 phiếu đồng ý trở lên (80%; khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP);"));
    CHECK(has(minutes, "+ Lao động tiên tiến: từ 04/07 phiếu đồng ý trở lên"));
    CHECK(has(minutes, "Hội đồng xét khác kết luận về điều kiện"));
    CHECK(has(minutes, "lý do: Hồ sơ nộp bổ sung ngày 19/5/2025."));
    const auto first = minutes.find("Thông qua danh sách.");
    REQUIRE(first != std::string::npos);
    CHECK(minutes.find("Thông qua danh sách.", first + 1) == std::string::npos);
    CHECK(has(minutes, "<td class=\"c\">01</td>")); // votes are written as everywhere in the minutes
}

TEST_CASE_METHOD(Voting, "hours are taken as people write them, and kept and printed in one way")
{
    Meeting row;
    row.council = council;
    row.title = "Họp";
    row.heldOn = Date(2023, 5, 20);
    row.starts = "8h";
    const auto id = service.createMeeting(row).value().value;
    CHECK(service.meeting(id).value().meeting.starts == "08:00");
    auto detail = service.meeting(id).value();
    row = detail.meeting;
    row.starts = "14g00";
    row.ends = "2 giờ chiều";
    const auto early = service.editMeeting(id, row, detail.version);
    REQUIRE_FALSE(early);
    CHECK(early.error().issues.front().args == std::vector<std::string>{"14 giờ 00", "14 giờ 00"});
    row.ends = "khoảng 16";
    CHECK(service.editMeeting(id, row, detail.version).error().issues.front().key == "meeting.time");
    row.ends = "16 giờ 5";
    REQUIRE(service.editMeeting(id, row, detail.version));
    CHECK(service.meeting(id).value().meeting.ends == "16:05");
    CHECK(has(paper(PaperKind::Minutes, id), "14 giờ 00 phút"));
    CHECK(has(paper(PaperKind::Minutes, id), "16 giờ 05 phút"));
}

TEST_CASE("initiatives are voted on one by one, their authors do not vote on their own, and who fails is not recognised")
{
    SampleSchool school(Date(2022, 10, 3));
    CouncilService service(school.file());
    const auto y = school.year(2022);
    CouncilDraft draft;
    draft.council.kind = CouncilKind::Initiative;
    draft.council.year = y;
    draft.council.name = "Hội đồng sáng kiến";
    const auto add = [&](const char* name, CouncilRole role) { draft.members.push_back({CouncilId(0), 0, *school.person(name).person, role, {}, {}}); };
    add("Trần Thị Minh Nguyệt", CouncilRole::Chair);
    add("Lê Văn Thắng", CouncilRole::Member);
    add("Lê Thị Thùy Dung", CouncilRole::Secretary);
    const auto council = service.draftCouncil(draft).value().value;
    REQUIRE(service.establish(council, {91, "", Date(2022, 10, 3)}, {{std::nullopt, "Căn cứ Nghị định 13/2012/NĐ-CP"}}));
    Meeting row;
    row.council = council;
    row.title = "Họp xét sáng kiến";
    row.heldOn = Date(2023, 4, 20);
    row.starts = "08:00";
    row.place = "Phòng họp";
    const auto id = service.createMeeting(row).value().value;
    school.clock().set(row.heldOn);
    const auto detail = service.meeting(id).value();
    REQUIRE(detail.tallies.size() == 3);
    std::vector<Tally> tallies;
    BallotLine failed;
    for (const auto& one : detail.tallies) {
        CHECK(one.needed == 2);
        CHECK(one.honour.empty());
        Tally tally;
        tally.line = one.line;
        tally.issued = tally.collected = tally.valid = tally.inFavour = one.voters.most();
        if (one.ownLine) {
            CHECK(one.voters.most() == 2);
            tally.inFavour = 1;
            failed = one.line;
        }
        tallies.push_back(tally);
    }
    REQUIRE(failed.initiative);
    REQUIRE(service.nameTellers(id, {*school.person("Phan Văn Bình").person, *school.person("Bùi Quang Huy").person}));
    REQUIRE(service.recordTallies(id, tallies));
    REQUIRE(service.closeMeeting(id, {"", "", "10:00"}));
    const auto minutes = documents::writeHtml(DocumentService(school.file()).build(PaperKind::Minutes, id.value(), y).value());
    for (const auto& one : detail.tallies)
        CHECK(has(minutes, one.name));
    CHECK(has(minutes, "Hội đồng thống nhất đề nghị Hiệu trưởng công nhận 02 sáng kiến."));
    CHECK(has(minutes, "+ Công nhận sáng kiến: từ 02/03 phiếu đồng ý trở lên"));
    const auto refused = DecisionService(school.file()).draftRecognition(y, {*failed.initiative});
    REQUIRE_FALSE(refused);
}

TEST_CASE("two people of one name are told apart by year of birth in every list, on the ballots and in the minutes")
{
    SampleSchool school(Date(2022, 6, 10));
    const auto y = school.year(2021);
    DocumentService documents(school.file());
    for (const auto kind : {PaperKind::NominationList, PaperKind::RegistrationList}) {
        const auto html = documents::writeHtml(documents.build(kind, std::nullopt, y).value());
        INFO(documents::writeHtml(documents.build(kind, std::nullopt, y).value()).substr(0, 200));
        CHECK(has(html, "Nguyễn Thị Hoa (sinh năm 1986)"));
    }
    CouncilService service(school.file());
    const auto meetings = service.meetings(y).value();
    for (const auto& meeting : meetings) {
        const auto detail = service.meeting(meeting.id).value();
        if (detail.tallies.size() != 29)
            continue;
        CHECK(std::ranges::count(detail.tallies, std::string("Nguyễn Thị Hoa"), &TallyRow::name) == 0);
        CHECK(std::ranges::count(detail.tallies, std::string("Nguyễn Thị Hoa (1986)"), &TallyRow::name) == 1);
        for (const auto kind : {PaperKind::Minutes, PaperKind::CountMinutes, PaperKind::Ballots})
            if (const auto document = documents.build(kind, meeting.id.value(), y); kind != PaperKind::Ballots)
                CHECK(has(documents::writeHtml(document.value()), "Nguyễn Thị Hoa (sinh năm 1986)"));
    }
    const auto submission = documents.build(PaperKind::Submission, std::nullopt, y);
    CHECK(has(documents::writeHtml(submission.value()), "Nguyễn Thị Hoa (sinh năm 1986)"));
    const auto board = NominationService(school.file()).board(y).value();
    for (const auto& row : board.rows)
        if (row.nomination.name == "Nguyễn Thị Hoa")
            CHECK(row.name.starts_with("Nguyễn Thị Hoa (19"));
}
