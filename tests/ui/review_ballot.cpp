// SPDX-License-Identifier: GPL-3.0-or-later
// The secret vote at the machine as it is seen and typed, the projector, the second round, and the results in public.
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "services/review/posting_service.h"
#include "support/sample_file.h"
#include "ui/pages/review/ballot_sheet.h"
#include "ui/pages/review/ballot_window.h"
#include "ui/pages/review/choice_button.h"
#include "ui/pages/review/council_page.h"
#include "ui/pages/review/meeting_show.h"
#include "ui/pages/review/review_pages.h"
#include "ui/window_bench.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct BallotBench : test::WindowBench {
    BallotBench() : WindowBench(Date(2023, 5, 20))
    {
        openFile(test::sampleFile(Date(2023, 5, 20)));
        services::SchoolService schools(*file);
        const auto year = schools.yearOf(SchoolYear(2022))->id;
        services::CouncilService councils(*file);
        REQUIRE(services::NominationService(*file).nominate(year, clock.today()));
        auto draft = *councils.lastYearsCouncil(year, domain::CouncilKind::Emulation);
        const auto council = councils.draftCouncil(draft)->value;
        REQUIRE(councils.establish(council, {90, "", clock.today()}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
        domain::Meeting row;
        row.council = council;
        row.title = "Họp xét thi đua, khen thưởng";
        row.heldOn = clock.today();
        row.starts = "08:00";
        row.place = "Phòng họp";
        id = councils.createMeeting(row)->value;
        openWindow([](MainWindow& main, SchoolContext& shared) { addReviewPages(main, shared); }, 2022, false, QStringLiteral("council"));
        REQUIRE(page().openRecord(domain::EntityKind::Meeting, id.value()));
        settle();
    }
    services::MeetingDetail meeting() { return *services::CouncilService(*file).meeting(id); }
    void step(int index)
    {
        emit part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(index);
        settle();
    }
    BallotWindow& begin()
    {
        step(2);
        click(QStringLiteral("meeting-machine"));
        auto* made = window->findChild<BallotWindow*>(QStringLiteral("ballot-window"));
        REQUIRE(made);
        made->resize(1366, 728);
        settle();
        return *made;
    }
    /// Whoever is called votes with one key for every line.
    void vote(BallotWindow& ballots, Qt::Key key)
    {
        click(QStringLiteral("ballot-start"));
        auto& sheet = *ballots.findChild<BallotSheet*>();
        for (std::size_t i = 0; i < sheet.lines().size(); ++i)
            QTest::keyClick(&sheet, key);
        QTest::keyClick(&sheet, Qt::Key_Return);
        settle();
        click(QStringLiteral("ballot-send"));
    }
    bool isVoting() { return window->findChild<BallotWindow*>(QStringLiteral("ballot-window")) != nullptr; }
    void picture(QWidget& part, const char* name)
    {
        settle();
        if (const auto folder = qEnvironmentVariable("THIDUA_PICTURES"); !folder.isEmpty())
            part.grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
    }

    domain::MeetingId id{0};
};

}

TEST_CASE("Members vote one after the other with one key a line, and nothing earlier is to be seen")
{
    BallotBench bench;
    auto& ballots = bench.begin();
    const int voters = static_cast<int>(ballots.box().voters().size());
    REQUIRE(voters > 4);
    CHECK(bench.words(&ballots).contains(QStringLiteral("Lá phiếu thứ 1 trong %1").arg(voters)));
    bench.picture(ballots, "ballot-call");
    bench.click(QStringLiteral("ballot-start"));
    auto& sheet = *ballots.findChild<BallotSheet*>();
    const auto lines = sheet.lines().size();
    CHECK(sheet.open() == static_cast<int>(lines));
    QTest::keyClick(&sheet, Qt::Key_1);
    QTest::keyClick(&sheet, Qt::Key_2);
    QTest::keyClick(&sheet, Qt::Key_3);
    bench.settle();
    CHECK(sheet.choices().at(sheet.lines()[0].line) == services::Choice::InFavour);
    CHECK(sheet.choices().at(sheet.lines()[1].line) == services::Choice::Against);
    CHECK(sheet.choices().at(sheet.lines()[2].line) == services::Choice::Other);
    CHECK(bench.words(&ballots).contains(QStringLiteral("Còn %1 dòng chưa chọn").arg(lines - 3)));
    bench.picture(ballots, "ballot-fill");
    QTest::keyClick(&sheet, Qt::Key_Up);
    QTest::keyClick(&sheet, Qt::Key_0); // the third is left blank again
    CHECK_FALSE(sheet.choices().contains(sheet.lines()[2].line));
    ballots.findChild<ChoiceButton*>(QStringLiteral("choice-3-1"))->click(); // by the mouse
    CHECK(sheet.choices().at(sheet.lines()[2].line) == services::Choice::InFavour);
    // Looked at once more, gone back, and sent.
    QTest::keyClick(&sheet, Qt::Key_Return);
    bench.settle();
    CHECK(bench.words(&ballots).contains(QStringLiteral("dòng để trống")));
    bench.picture(ballots, "ballot-look");
    QTest::keyClick(&ballots, Qt::Key_Escape);
    bench.settle();
    QTest::keyClick(&sheet, Qt::Key_Return);
    bench.click(QStringLiteral("ballot-send"));
    CHECK(ballots.box().ballots() == 1);
    CHECK(bench.words(&ballots).contains(QStringLiteral("Xin chuyển máy cho người tiếp theo")));
    CHECK(sheet.choices().empty());
    CHECK(sheet.lines().empty());
    CHECK(ballots.findChildren<ChoiceButton*>().isEmpty());
    CHECK_FALSE(bench.words(&ballots).contains(QStringLiteral("Không đồng ý")));
    bench.picture(ballots, "ballot-next");
    // Somebody begins and is called away: nothing was cast.
    bench.click(QStringLiteral("ballot-start"));
    QTest::keyClick(&sheet, Qt::Key_1);
    QTest::keyClick(&ballots, Qt::Key_Escape);
    bench.settle();
    bench.click(QStringLiteral("ballot-yes"));
    CHECK(ballots.box().ballots() == 1);
    CHECK(sheet.choices().empty());
    bench.click(QStringLiteral("ballot-later"));
    for (int i = 1; i < voters; ++i)
        bench.vote(ballots, Qt::Key_1);
    CHECK(bench.words(&ballots).contains(QStringLiteral("Mọi thành viên đã bỏ phiếu")));
    CHECK_FALSE(bench.meeting().tallies.front().tally); // nothing is written until the box is closed
    bench.click(QStringLiteral("ballot-start"));
    CHECK_FALSE(bench.isVoting());
    const auto now = bench.meeting();
    CHECK(std::ranges::all_of(now.tallies, [](const auto& row) { return row.tally && row.tally->atMachine; }));
    REQUIRE(now.rounds.size() == 1);
    CHECK(static_cast<int>(now.rounds.front().voters.size()) == voters);
    auto& grid = bench.part<GridTable>(QStringLiteral("tally-grid"));
    const auto& line = grid.rows()[grid.model()->rowOf(now.tallies.front().line.id())];
    CHECK(line.cells[5].readOnly);
    bench.picture(*bench.window, "ballot-counted");
    bench.step(2);
    CHECK(bench.words().contains(QStringLiteral("%1 người đã bỏ phiếu trên máy").arg(voters)));
    bench.picture(*bench.window, "ballot-vote-step");
}

TEST_CASE("The box is closed before everybody has voted only when the chair says so, and a round can be stopped")
{
    BallotBench bench;
    auto& ballots = bench.begin();
    QTest::keyClick(&ballots, Qt::Key_Escape);
    bench.settle();
    CHECK(bench.words(&ballots).contains(QStringLiteral("Dừng vòng bỏ phiếu này?")));
    bench.click(QStringLiteral("ballot-no"));
    for (int i = 0; i < 3; ++i)
        bench.vote(ballots, Qt::Key_1);
    ballots.close();
    CHECK(bench.isVoting()); // not by the window's frame
    bench.settle();
    bench.click(QStringLiteral("ballot-no"));
    bench.click(QStringLiteral("ballot-close"));
    CHECK(bench.words(&ballots).contains(QStringLiteral("không bỏ phiếu ở vòng này được nữa")));
    bench.picture(ballots, "ballot-ask");
    bench.click(QStringLiteral("ballot-no"));
    CHECK(bench.isVoting());
    bench.click(QStringLiteral("ballot-stop"));
    bench.click(QStringLiteral("ballot-yes"));
    CHECK_FALSE(bench.isVoting());
    CHECK_FALSE(bench.meeting().tallies.front().tally);
    CHECK(bench.meeting().openRound() == nullptr);
    bench.step(2);
    CHECK(bench.words().contains(QStringLiteral("đã bỏ, không ghi lá phiếu nào")));
}

TEST_CASE("A round that was lost with the program is told of on the meeting, and held again or given up there")
{
    BallotBench bench;
    REQUIRE(bench.window->runner().run([&] { return services::CouncilService(*bench.file).openRound(bench.id); }));
    bench.step(2);
    CHECK(bench.words().contains(QStringLiteral("Vòng bỏ phiếu 1 trên máy chưa khép lại, phải bỏ phiếu lại")));
    bench.picture(*bench.window, "ballot-lost");
    bench.act("council.close");
    CHECK(bench.words().contains(QStringLiteral("chưa khép lại")));
    bench.step(2);
    auto& ballots = bench.begin();
    CHECK(bench.meeting().rounds.size() == 2);
    for (std::size_t i = 0; i < ballots.box().voters().size(); ++i)
        bench.vote(ballots, Qt::Key_2);
    bench.click(QStringLiteral("ballot-start"));
    bench.settle();
    // Nobody passed: a second round is offered for all lines, and dropped again.
    const auto lines = bench.meeting().tallies.size();
    CHECK(bench.words().contains(QStringLiteral("%1 dòng chưa đạt").arg(lines)));
    bench.prompter.answer(true);
    for (auto* bar : bench.page().findChildren<MessageBar*>())
        if (bar->key() == QLatin1String("round"))
            bar->message().actions.front().run();
    bench.settle();
    CHECK(bench.meeting().round == 2);
    bench.step(3);
    CHECK(bench.words().contains(QStringLiteral("Đang bỏ phiếu vòng 2")));
    bench.picture(*bench.window, "ballot-second");
    bench.prompter.answer(true);
    for (auto* bar : bench.page().findChildren<MessageBar*>())
        if (bar->key() == QLatin1String("round"))
            bar->message().actions.front().run();
    bench.settle();
    CHECK(bench.meeting().round == 1);
}

TEST_CASE("The projector shows one line after the other with a key, its votes once they are counted, and Esc leaves")
{
    BallotBench bench;
    bench.act("council.show");
    auto* wall = bench.window->findChild<MeetingShow*>(QStringLiteral("meeting-show"));
    REQUIRE(wall);
    wall->resize(1366, 728);
    const auto rows = bench.meeting().tallies;
    const auto shown = [&] { return wall->findChild<QLabel*>(QStringLiteral("nominee-name"))->text(); };
    CHECK(shown() == toQ(rows[0].name));
    CHECK(bench.words(wall).contains(QStringLiteral("Chưa kiểm phiếu")));
    QTest::keyClick(wall, Qt::Key_Right);
    CHECK(shown() == toQ(rows[1].name));
    QTest::keyClick(wall, Qt::Key_Left);
    QTest::keyClick(wall, Qt::Key_Left); // the first stays
    CHECK(shown() == toQ(rows[0].name));
    QTest::keyClick(wall, Qt::Key_End);
    CHECK(wall->at() == static_cast<int>(rows.size()) - 1);
    bench.picture(*wall, "show");
    QTest::keyClick(wall, Qt::Key_Escape);
    bench.settle();
    CHECK(bench.window->findChild<MeetingShow*>(QStringLiteral("meeting-show")) == nullptr);
}

TEST_CASE("The results of a closed meeting are posted, objected to, answered and confirmed in its last step")
{
    BallotBench bench;
    services::CouncilService councils(*bench.file);
    auto& runner = bench.window->runner();
    const auto detail = bench.meeting();
    std::vector<domain::Tally> tallies;
    for (const auto& row : detail.tallies) {
        domain::Tally tally;
        tally.line = row.line;
        tally.issued = tally.collected = tally.valid = row.voters.most();
        tally.inFavour = row.verdict == "eligible" ? tally.valid : 0;
        tallies.push_back(tally);
    }
    REQUIRE(runner.run([&] { return councils.recordTallies(bench.id, tallies); }));
    REQUIRE(runner.run([&] { return councils.nameTellers(bench.id, {detail.attendance[1].member.member.person, detail.attendance[2].member.member.person}); }));
    REQUIRE(runner.run([&] { return councils.closeMeeting(bench.id, {"Thông qua", "Đủ điều kiện", "10:30"}); }));
    bench.step(5);
    CHECK(bench.words().contains(QStringLiteral("Chưa ghi việc công khai")));
    bench.click(QStringLiteral("posting-add"));
    bench.click(QStringLiteral("posting-save"));
    CHECK(bench.words().contains(QStringLiteral("Xin ghi nơi công khai")));
    bench.type(QStringLiteral("posting-place"), QStringLiteral("Bảng tin của trường"));
    bench.click(QStringLiteral("posting-save"));
    services::PostingService service(*bench.file);
    const auto posted = [&] { return *service.posting(bench.id).value(); };
    CHECK(posted().posting.place == "Bảng tin của trường");
    CHECK_FALSE(bench.find<QPushButton>(QStringLiteral("posting-conclude"))->isEnabled()); // still posted
    bench.click(QStringLiteral("objection-add"));
    bench.type(QStringLiteral("objection-from"), QStringLiteral("Phan Văn Bình"));
    bench.part<QPlainTextEdit>(QStringLiteral("objection-content")).setPlainText(QStringLiteral("Đề nghị xem lại số ngày nghỉ"));
    bench.click(QStringLiteral("posting-save"));
    REQUIRE(posted().objections.size() == 1);
    const auto objection = QString::number(posted().objections.front().id.value());
    CHECK(bench.words().contains(QStringLiteral("Chưa trả lời")));
    bench.click(QStringLiteral("objection-answer-") + objection);
    bench.part<QPlainTextEdit>(QStringLiteral("answer-text")).setPlainText(QStringLiteral("Đúng như sổ chấm công"));
    bench.click(QStringLiteral("posting-save"));
    CHECK(posted().unanswered() == 0);
    bench.picture(*bench.window, "posting");
    bench.clock.set(posted().posting.until.plusDays(1));
    REQUIRE(runner.run([&] { return service.answer(posted().objections.front().id, posted().posting.postedOn, "Đúng như sổ chấm công của tổ"); }));
    bench.settle();
    bench.click(QStringLiteral("posting-conclude"));
    bench.click(QStringLiteral("posting-save"));
    CHECK(posted().posting.state == domain::PostingState::Confirmed);
    CHECK(bench.words().contains(QStringLiteral("Giữ nguyên danh sách")));
    bench.picture(*bench.window, "posting-done");
}
