// SPDX-License-Identifier: GPL-3.0-or-later
// The secret vote at the machine: nothing of a vote reaches the disk, whenever one looks; who voted is kept, how they voted is not.
#include "documents/writers/html_writer.h"
#include "domain/ballot_round.h"
#include "domain/nomination.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "services/review/nominee_sheet.h"
#include "services/sample_school.h"
#include "text/messages.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

constexpr const char* kTitleVoted = "chien-si-thi-dua-co-so";

std::string wholeFile(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The year 2022 – 2023 with its nominations, an established council of seven and a meeting of that day.
struct Balloting : SampleSchool {
    explicit Balloting(Date on = Date(2023, 5, 20)) : SampleSchool(Date(2022, 10, 3))
    {
        CouncilDraft draft;
        draft.council.year = year(2022);
        draft.council.name = "Hội đồng Thi đua - Khen thưởng";
        const auto add = [&](const char* name, CouncilRole role) { draft.members.push_back({CouncilId(0), 0, *person(name).person, role, {}, {}}); };
        add("Trần Thị Minh Nguyệt", CouncilRole::Chair);
        add("Lê Văn Thắng", CouncilRole::ViceChair);
        add("Lê Thị Thùy Dung", CouncilRole::Secretary);
        for (const char* name : {"Phan Văn Bình", "Bùi Quang Huy", "Dương Thị Tuyết Nhung", "Nguyễn Thị Thu Hà"})
            add(name, CouncilRole::Member);
        const auto council = service.draftCouncil(draft).value().value;
        REQUIRE(service.establish(council, {90, "", Date(2022, 10, 3)}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
        REQUIRE(NominationService(file()).nominate(year(2022), Date(2022, 10, 3)));
        clock().set(on);
        Meeting row;
        row.council = council;
        row.title = "Họp xét thi đua, khen thưởng";
        row.heldOn = on;
        row.starts = "08:00";
        row.place = "Phòng họp";
        id = service.createMeeting(row).value().value;
        REQUIRE(service.nameTellers(id, {*person("Phan Văn Bình").person, *person("Bùi Quang Huy").person}));
    }
    MeetingDetail now() { return service.meeting(id).value(); }
    TallyRow line(const std::string& name)
    {
        const auto detail = now();
        return *std::ranges::find_if(detail.tallies, [&](const auto& row) { return row.name == name && row.honour == kTitleVoted; });
    }
    CouncilMemberId member(const std::string& name)
    {
        const auto detail = now();
        return std::ranges::find(detail.council.members, name, &MemberRow::name)->id;
    }
    /// Everything alike, but for what is said otherwise.
    static BallotChoices all(const RoundVoter& voter, Choice choice)
    {
        BallotChoices choices;
        for (const auto& one : voter.lines)
            choices[one] = choice;
        return choices;
    }
    void voteAll(BallotBox& box, Choice choice = Choice::InFavour)
    {
        for (const auto& voter : box.voters())
            REQUIRE(box.cast(voter.member, all(voter, choice)));
    }
    std::filesystem::path path() { return scratch() / "a.thidua"; }
    std::string paper(PaperKind kind) { return documents::writeHtml(DocumentService(file()).build(kind, id.value(), year(2022)).value()); }

    CouncilService service{file()};
    MeetingId id{0};
};

bool printsOf(std::string text, const std::string& part)
{
    for (const std::string bound : {"\u00a0", "\u2060"})
        for (auto at = text.find(bound); at != std::string::npos; at = text.find(bound, at))
            text.replace(at, bound.size(), bound == "\u00a0" ? " " : "");
    return text.find(part) != std::string::npos;
}

/// All that can be read of a school file from outside: its bytes, what lies beside it, and when it was written.
struct SeenOutside {
    std::string file;
    std::string beside;
    std::filesystem::file_time_type written;
    friend bool operator==(const SeenOutside&, const SeenOutside&) = default;
};

SeenOutside lookFromOutside(const std::filesystem::path& path)
{
    SeenOutside seen{wholeFile(path), {}, std::filesystem::last_write_time(path)};
    for (const auto& entry : std::filesystem::directory_iterator(path.parent_path()))
        if (entry.path() != path && entry.is_regular_file())
            seen.beside += entry.path().filename().string() + "\n" + wholeFile(entry.path());
    return seen;
}

/// A round as it looks from outside: while the box is open, the journal in the middle of the writing, the file afterwards, the log.
struct RoundTrace {
    std::vector<SeenOutside> during;
    std::string journal;
    std::string after;
    std::string log;
    std::string dump;
};

struct JournalAtCommit {
    std::filesystem::path path;
    std::string bytes;
};

/// Two members vote differently; `swapped` the other way round, and everybody in the opposite order.
RoundTrace roundSeen(bool swapped)
{
    { const SampleSchool lived(Date(2022, 10, 3)); } // the sample is made on the first call: not between the two runs
    // Random identities and journal marks are the same in both runs: what then differs comes from the votes.
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 2022, nullptr);
    std::ostringstream said;
    const auto before = spdlog::default_logger();
    auto logger = std::make_shared<spdlog::logger>("round", std::make_shared<spdlog::sinks::ostream_sink_mt>(said));
    logger->set_level(spdlog::level::trace);
    logger->set_pattern("%v");
    spdlog::set_default_logger(logger);
    Balloting school;
    RoundTrace trace;
    auto box = school.service.openRound(school.id).value().value;
    trace.during.push_back(lookFromOutside(school.path()));
    const auto first = school.member("Phan Văn Bình"), second = school.member("Bùi Quang Huy");
    auto voters = box.voters();
    const auto linesOf = [&voters](CouncilMemberId member) { return std::ranges::find(voters, member, &RoundVoter::member)->lines; };
    const auto mine = linesOf(first), theirs = linesOf(second);
    REQUIRE(mine != theirs); // each has a line of their own, on which the other's ballot cannot be theirs
    if (swapped)
        std::ranges::reverse(voters);
    for (const auto& voter : voters) {
        auto choices = Balloting::all(voter, Choice::InFavour);
        for (auto& [line, choice] : choices)
            if (mine.contains(line) && theirs.contains(line)) {
                if (voter.member == (swapped ? second : first))
                    choice = Choice::Against;
                if (voter.member == (swapped ? first : second))
                    choice = Choice::Other;
            }
        REQUIRE(box.cast(voter.member, choices));
        trace.during.push_back(lookFromOutside(school.path()));
    }
    JournalAtCommit at{school.path(), {}};
    at.path += "-journal";
    auto* handle = school.file().data().database().getHandle();
    sqlite3_commit_hook(handle, [](void* self) {
        auto& one = *static_cast<JournalAtCommit*>(self);
        one.bytes = wholeFile(one.path);
        return 0;
    }, &at);
    REQUIRE(school.service.closeRound(box));
    sqlite3_commit_hook(handle, nullptr, nullptr);
    trace.journal = at.bytes;
    trace.after = wholeFile(school.path());
    trace.dump = school.dump();
    logger->flush();
    trace.log = said.str();
    spdlog::set_default_logger(before);
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 0, nullptr);
    return trace;
}

}

TEST_CASE("how anyone voted cannot be found out from the file, its journal, the log or the times")
{
    const auto one = roundSeen(false), other = roundSeen(true);
    // While the box is open nothing is written, by nobody's vote, and nothing lies beside the file.
    REQUIRE(one.during.size() == 8);
    for (const auto& trace : {one, other})
        for (const auto& seen : trace.during)
            CHECK((seen == trace.during.front()));
    CHECK((one.during.front().file == other.during.front().file));
    CHECK((one.during.front().beside == other.during.front().beside));
    // Two members' ballots swapped, and all cast in the opposite order: the same bytes, in the middle of the writing and after it.
    CHECK(one.journal.size() > 1000);
    CHECK((one.journal == other.journal));
    CHECK((one.dump == other.dump));
    CHECK((one.after == other.after));
    CHECK((one.after != one.during.front().file));
    CHECK(one.log == other.log);
    for (const char* word : {"in-favour", "against", "Bùi Quang Huy", "Phan Văn Bình"})
        CHECK(one.log.find(word) == std::string::npos);
}

TEST_CASE_METHOD(Balloting, "closing the box writes the sums and who voted, in the order of the council's list")
{
    auto box = service.openRound(id).value().value;
    REQUIRE(box.voters().size() == 7);
    CHECK(now().openRound() != nullptr);
    auto voters = box.voters();
    std::ranges::reverse(voters); // the secretary's machine starts at the other end of the table
    for (const auto& voter : voters)
        REQUIRE(box.cast(voter.member, all(voter, voter.name == "Bùi Quang Huy" ? Choice::Other : Choice::InFavour)));
    REQUIRE(service.closeRound(box));
    const auto detail = now();
    REQUIRE(detail.rounds.size() == 1);
    CHECK(detail.openRound() == nullptr);
    std::vector<std::string> council;
    for (const auto& row : detail.attendance) {
        council.push_back(row.member.name);
        CHECK(row.voted);
    }
    CHECK(detail.rounds.front().voters == council);
    const auto own = line("Nguyễn Thị Thu Hà"), most = line("Đỗ Thị Quỳnh Như");
    CHECK(own.tally->issued == 6); // nobody votes on a line of their own
    CHECK(own.tally->collected == 6);
    CHECK(most.tally->issued == 7);
    CHECK(most.tally->inFavour == 6);
    CHECK(most.tally->against == 0);
    CHECK(most.tally->other == 1);
    CHECK(most.tally->atMachine == detail.rounds.front().id);
    // What was counted by the machine is not typed over, and who voted cannot have been away.
    auto typed = *most.tally;
    CHECK(service.recordTallies(id, {typed}).error().key == "round.line-voted");
    CHECK(service.recordRecusals(id, most.line, {{id, most.line, member("Lê Thị Thùy Dung"), "em gái"}}).error().key == "round.line-voted");
    CHECK(service.recordAttendance(id, {{id, member("Bùi Quang Huy"), false, "ốm"}}).error().key == "round.voter-leaves");
    const auto minutes = paper(PaperKind::Minutes);
    CHECK(printsOf(minutes, "Bỏ phiếu kín trên máy tính, lần lượt từng thành viên; 07 thành viên đã bỏ phiếu: Trần Thị Minh Nguyệt, Lê Văn Thắng"));
    CHECK(printsOf(minutes, "Phiếu hợp lệ có ý kiến khác, không tính là đồng ý: "));
    CHECK(printsOf(paper(PaperKind::CountMinutes), "07 thành viên đã bỏ phiếu"));
    // Given up with a reason, which the minutes tell.
    const auto round = detail.rounds.front().id;
    CHECK(service.voidRound(id, round, " ").error().issues.front().key == "round.reason-missing");
    REQUIRE(service.voidRound(id, round, "Một thành viên bấm nhầm, Hội đồng thống nhất bỏ lại"));
    CHECK_FALSE(line("Đỗ Thị Quỳnh Như").tally);
    CHECK(now().rounds.front().voters.empty());
    CHECK(service.recordTallies(id, {typed}));
    CHECK(printsOf(paper(PaperKind::Minutes), "Vòng 1 bỏ phiếu trên máy tính đã hủy và bỏ phiếu lại; lý do: Một thành viên bấm nhầm"));
    REQUIRE(file().undo());
    REQUIRE(file().undo());
    CHECK(now().rounds.front().voters == council);
}

TEST_CASE_METHOD(Balloting, "a member votes once, on nothing else than their lines, and one ballot alone is not written")
{
    auto box = service.openRound(id).value().value;
    const auto ha = member("Nguyễn Thị Thu Hà"), binh = member("Phan Văn Bình");
    const auto own = line("Nguyễn Thị Thu Hà").line;
    CHECK(box.cast(ha, {{own, Choice::InFavour}}).error().key == "round.not-this-line");
    CHECK_FALSE(box.hasVoted(ha));
    CHECK(box.cast(CouncilMemberId(9999), {}).error().key == "round.not-a-voter");
    CHECK(service.closeRound(box).error().issues.front().key == "round.nobody-voted");
    REQUIRE(box.cast(binh, {}));
    CHECK(box.cast(binh, {}).error().key == "round.voted-already");
    CHECK(service.closeRound(box).error().issues.front().key == "round.too-few");
    CHECK_FALSE(line("Đỗ Thị Quỳnh Như").tally);
    REQUIRE(box.cast(ha, {}));
    REQUIRE(box.cast(member("Bùi Quang Huy"), {}));
    REQUIRE(service.closeRound(box));
    const auto blank = *line("Đỗ Thị Quỳnh Như").tally;
    CHECK(std::tuple(blank.issued, blank.collected, blank.valid, blank.invalid, blank.inFavour) == std::tuple(7, 3, 0, 3, 0));
    CHECK(service.closeRound(box).error().key == "round.gone");
    CHECK(service.openRound(id).error().key == "round.nothing-open");
}

TEST_CASE_METHOD(Balloting, "while the box is open nothing that bears on its ballots changes, and no round is held without a quorum")
{
    const auto detail = now();
    std::vector<Attendance> away;
    for (std::size_t i = 0; i < 4; ++i)
        away.push_back({id, detail.attendance[i].member.id, false, "ốm"});
    REQUIRE(service.recordAttendance(id, away));
    CHECK(service.openRound(id).error().key == "meeting.no-quorum");
    REQUIRE(file().undo());
    REQUIRE(service.openRound(id));
    const auto row = line("Đỗ Thị Quỳnh Như");
    Tally tally;
    tally.line = row.line;
    CHECK(service.recordTallies(id, {tally}).error().key == "round.open");
    CHECK(service.recordAttendance(id, away).error().key == "round.open");
    CHECK(service.recordRecusals(id, row.line, {{id, row.line, member("Lê Thị Thùy Dung"), "em gái"}}).error().key == "round.open");
    CHECK(service.holdSecondRound(id).error().key == "round.open");
    const auto gaps = service.closingIssues(id, {"Nhất trí", "", "10:00"}).value();
    CHECK(gaps.front().key == "round.open");
    REQUIRE(service.removeMeeting(id)); // with all that it held
    CHECK(file().data().reader().number("SELECT count(*) FROM ballot_round") == 0);
    REQUIRE(file().undo());
    CHECK(now().openRound() != nullptr);
}

TEST_CASE("after a crash the round is void and is held again, and the file says so")
{
    Balloting school;
    {
        auto box = school.service.openRound(school.id).value().value;
        REQUIRE(box.cast(box.voters().front().member, {}));
        std::filesystem::copy_file(school.path(), school.scratch() / "b.thidua"); // the machine stops here: the box is gone
    }
    const auto again = SchoolFile::open(school.scratch() / "b.thidua", SchoolFile::Mode::ReadWrite, school.clock(), {"Lan"}).value();
    CouncilService service(*again);
    const auto lost = service.meeting(school.id).value();
    REQUIRE(lost.openRound() != nullptr);
    CHECK(lost.openRound()->voters.empty());
    const auto gaps = service.closingIssues(school.id, {}).value();
    CHECK(std::ranges::any_of(gaps, [](const auto& gap) { return printsOf(text::sentence(gap), "Vòng bỏ phiếu 1 trên máy chưa khép lại, phải bỏ phiếu lại"); }));
    auto box = service.openRound(school.id).value().value;
    school.voteAll(box);
    REQUIRE(service.closeRound(box));
    const auto held = service.meeting(school.id).value();
    REQUIRE(held.rounds.size() == 2);
    CHECK(held.rounds.front().round.state == RoundState::Void);
    CHECK(held.rounds.back().round.state == RoundState::Closed);
    CHECK(held.openRound() == nullptr);
}

TEST_CASE_METHOD(Balloting, "lines that missed are voted on a second time, on paper or at the machine, and both rounds stand in the minutes")
{
    CHECK(service.holdSecondRound(id).error().key == "round.none-missed");
    auto box = service.openRound(id).value().value;
    const auto nhu = line("Đỗ Thị Quỳnh Như").line;
    for (const auto& voter : box.voters()) {
        auto choices = all(voter, Choice::InFavour);
        if (voter.name != "Phan Văn Bình" && choices.contains(nhu))
            choices[nhu] = Choice::Against;
        REQUIRE(box.cast(voter.member, choices));
    }
    REQUIRE(service.closeRound(box));
    auto detail = now();
    auto missed = missedLines(detail);
    REQUIRE(missed.size() == 1);
    CHECK(missed.front()->line == nhu);
    REQUIRE(service.holdSecondRound(id));
    detail = now();
    CHECK(detail.round == 2);
    CHECK(missedLines(detail).empty());
    CHECK(line("Đỗ Thị Quỳnh Như").earlier->inFavour == 1);
    CHECK_FALSE(line("Đỗ Thị Quỳnh Như").tally);
    const auto passed = line("Nguyễn Thị Thu Hà");
    CHECK(service.recordTallies(id, {*passed.tally}).error().key == "round.line-voted");
    CHECK(service.voidRound(id, detail.rounds.front().id, "lý do").error().key == "round.second-held");
    CHECK(printsOf(paper(PaperKind::Ballots), "(vòng 2)"));
    CHECK_FALSE(printsOf(paper(PaperKind::Ballots), "Nguyễn Thị Thu Hà"));
    auto second = service.openRound(id).value().value;
    CHECK(second.round() == 2);
    for (const auto& voter : second.voters())
        CHECK(voter.lines == std::set<BallotLine>{nhu});
    voteAll(second);
    REQUIRE(service.closeRound(second));
    CHECK(line("Đỗ Thị Quỳnh Như").passes);
    CHECK(service.holdSecondRound(id).error().key == "round.no-third");
    CHECK(printsOf(paper(PaperKind::Minutes), "Vòng 1, dòng Chiến sĩ thi đua cơ sở của bà Đỗ Thị Quỳnh Như được 01/07 phiếu đồng ý, chưa đạt nên bỏ phiếu lại ở vòng 2."));
    REQUIRE(service.dropSecondRound(id));
    CHECK(now().round == 1);
    CHECK(line("Đỗ Thị Quỳnh Như").tally->inFavour == 1);
    CHECK(service.dropSecondRound(id).error().key == "round.no-second");
    // On paper: the figures typed are those of the second round.
    REQUIRE(service.holdSecondRound(id));
    Tally typed;
    typed.line = nhu;
    typed.issued = typed.collected = typed.valid = 7;
    typed.inFavour = 5;
    typed.against = 1;
    typed.other = 1;
    REQUIRE(service.recordTallies(id, {typed}));
    CHECK(line("Đỗ Thị Quỳnh Như").tally->round == 2);
    CHECK_FALSE(line("Đỗ Thị Quỳnh Như").tally->atMachine);
}

TEST_CASE_METHOD(Balloting, "valid ballots are those in favour, against and of another opinion, as typed")
{
    const auto row = line("Đỗ Thị Quỳnh Như");
    Tally typed;
    typed.line = row.line;
    typed.issued = typed.collected = typed.valid = 7;
    typed.inFavour = 5;
    typed.against = 1;
    typed.other = 0;
    const auto refused = service.recordTallies(id, {typed});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().issues.front().field == "0.against");
    CHECK(text::sentence(refused.error().issues.front()) == "Hợp lệ 7, nhưng đồng ý 5 + không đồng ý 1 = 6; xin đếm lại.");
    typed.other = 2;
    CHECK(text::sentence(service.recordTallies(id, {typed}).error().issues.front()) == "Hợp lệ 7, nhưng đồng ý 5 + không đồng ý 1 + ý kiến khác 2 = 8; xin đếm lại.");
    typed.other = -1;
    CHECK(service.recordTallies(id, {typed}).error().issues.front().key == "tally.negative");
    typed.other = 1;
    CHECK(service.recordTallies(id, {typed}));
    // Who does not tell the two apart counts all who did not agree as against.
    typed.against.reset();
    typed.other.reset();
    REQUIRE(service.recordTallies(id, {typed}));
    CHECK(line("Đỗ Thị Quỳnh Như").tally->against == 2);
}

TEST_CASE_METHOD(Balloting, "equal votes at the edge of a quota are pointed out, and as many in favour as not")
{
    std::vector<Tally> tallies;
    for (const auto& row : now().tallies) {
        Tally tally;
        tally.line = row.line;
        tally.issued = tally.collected = tally.valid = tally.inFavour = row.voters.most();
        if (row.honour == kTitleVoted)
            tally.inFavour = std::min(6, row.voters.most());
        tallies.push_back(tally);
    }
    REQUIRE(service.recordTallies(id, tallies));
    const auto detail = now();
    const auto over = std::ranges::find_if(detail.quotas, [](const auto& quota) { return quota.honour == kTitleVoted && !quota.within; });
    const auto found = ties(detail);
    if (over != detail.quotas.end()) {
        REQUIRE(found.size() == 1);
        CHECK(found.front().names.size() > 1);
        CHECK(printsOf(found.front().text, "bằng phiếu nhau (6/7)"));
    } else {
        CHECK(found.empty());
    }
    auto even = tallies.front();
    even.issued = even.collected = 6;
    even.valid = 6;
    even.inFavour = 3;
    even.against.reset();
    REQUIRE(service.recordTallies(id, {even}));
    const auto all = ties(now());
    CHECK(std::ranges::any_of(all, [](const auto& tie) { return printsOf(tie.text, "3 đồng ý, bằng số không đồng ý"); }));
}

TEST_CASE_METHOD(Balloting, "the sheet of a nominee tells the verdict, each condition and what was received before")
{
    const auto sheet = nomineeSheet(file(), line("Đỗ Thị Quỳnh Như")).value();
    CHECK(sheet.name == "Đỗ Thị Quỳnh Như");
    CHECK(sheet.verdict);
    CHECK(sheet.facts.size() > 2);
    CHECK_FALSE(sheet.history.empty());
}
