// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting by hand: the count moves on by itself, Enter and Ctrl+S write, what is missing is listed at once, each council has its own.
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "support/sample_file.h"
#include "ui/pages/review/council_page.h"
#include "ui/pages/review/review_pages.h"
#include "ui/pages/review/tally_sheet.h"
#include "ui/window_bench.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct ReviewMeetingBench : test::WindowBench {
    /// The year 2022 – 2023 with its nominations, the council and a meeting that is open in the window.
    explicit ReviewMeetingBench(bool meets = true) : WindowBench(Date(2023, 5, 20))
    {
        openFile(test::sampleFile(Date(2023, 5, 20)));
        services::SchoolService schools(*file);
        const auto year = schools.yearOf(SchoolYear(2022))->id;
        if (!meets)
            REQUIRE(schools.reopenYear(schools.yearOf(SchoolYear(2021))->id, "Họp bổ sung", schools.headName().value()));
        if (meets) {
            services::CouncilService councils(*file);
            REQUIRE(services::NominationService(*file).nominate(year, clock.today()));
            auto draft = *councils.lastYearsCouncil(year, domain::CouncilKind::Emulation);
            const auto council = councils.draftCouncil(draft)->value;
            REQUIRE(councils.establish(council, {90, "", clock.today()}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
            domain::Meeting row;
            row.council = council;
            row.title = "Họp xét thi đua, khen thưởng";
            row.heldOn = clock.today();
            id = councils.createMeeting(row)->value;
        }
        openWindow([](MainWindow& main, SchoolContext& shared) { addReviewPages(main, shared); }, meets ? 2022 : 2021, false, QStringLiteral("council"));
        if (!meets)
            return;
        REQUIRE(page().openRecord(domain::EntityKind::Meeting, id.value()));
        settle();
    }
    services::MeetingDetail meeting() { return *services::CouncilService(*file).meeting(id); }
    void step(int index)
    {
        emit part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(index);
        settle();
    }
    GridTable& count()
    {
        step(3);
        auto& grid = part<GridTable>(QStringLiteral("tally-grid"));
        grid.view()->setFocus();
        settle();
        return grid;
    }
    /// A figure, and Tab.
    void figure(int value)
    {
        keys(QString::number(value));
        press(Qt::Key_Tab);
        settle();
    }
    QString gaps()
    {
        settle();
        for (auto* bar : page().findChildren<MessageBar*>())
            if (bar->key() == QLatin1String("meeting-gaps"))
                return bar->message().title + QLatin1Char('\n') + bar->message().text;
        return {};
    }
    QString focused() const { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }

    domain::MeetingId id{0};
};

}

TEST_CASE("Ballots issued and collected stand there beforehand, and Tab goes on to the next figure that is missing")
{
    ReviewMeetingBench bench;
    auto& grid = bench.count();
    const auto rows = bench.meeting().tallies;
    const auto& first = rows.front();
    const auto& line = grid.rows()[grid.model()->rowOf(first.line.id())];
    CHECK(line.cells[1].value == QString::number(first.voters.most()));
    CHECK(line.cells[2].value == QString::number(first.voters.most()));
    CHECK(line.cells[3].value.isEmpty());
    CHECK(bench.summary().contains(QStringLiteral("Đã kiểm 0 / %1").arg(rows.size())));
    CHECK(grid.currentRowId() == first.line.id());
    CHECK(grid.currentColumn() == QStringLiteral("valid"));
    // Nothing is typed: the meeting can be left without a question.
    CHECK(bench.page().mayLeave());
    CHECK(bench.prompter.asked().isEmpty());
    bench.figure(first.voters.most());
    CHECK(grid.currentColumn() == QStringLiteral("inFavour")); // all are valid: none is not, nobody has to type that
    bench.figure(first.voters.most());
    REQUIRE(bench.meeting().tallies.front().tally);
    CHECK(bench.meeting().tallies.front().tally->invalid == 0);
    CHECK(bench.meeting().tallies.front().tally->issued == first.voters.most());
    // To the figure of the next line that nobody can know.
    CHECK(grid.currentRowId() == rows[1].line.id());
    CHECK(grid.currentColumn() == QStringLiteral("valid"));
}

TEST_CASE("Enter in the count passes over headings, and the last line leads on to the next step")
{
    ReviewMeetingBench bench;
    auto& grid = bench.count();
    const auto rows = bench.meeting().tallies;
    const auto next = std::ranges::find_if(rows, [&](const auto& row) { return row.honourName != rows.front().honourName; });
    REQUIRE(next != rows.end());
    const auto& last = *std::prev(next);
    REQUIRE(grid.goTo(last.line.id(), QStringLiteral("issued")));
    bench.keys(QString::number(last.voters.most()));
    bench.press(Qt::Key_Return);
    CHECK(grid.currentRowId() == next->line.id());
    REQUIRE(grid.goTo(rows.front().line.id(), QStringLiteral("valid")));
    for (const auto& row : rows) {
        INFO(row.name);
        CHECK(grid.currentRowId() == row.line.id());
        bench.figure(row.voters.most());
        bench.figure(row.voters.most());
    }
    CHECK(std::ranges::all_of(bench.meeting().tallies, [](const auto& row) { return row.tally.has_value(); }));
    CHECK(bench.focused() == QStringLiteral("council.next"));
    bench.press(Qt::Key_Return);
    CHECK(bench.find<QWidget>(QStringLiteral("minutes-conclusions")) != nullptr);
}

TEST_CASE("Ctrl+S in the count says what is still missing and goes there")
{
    ReviewMeetingBench bench;
    auto& grid = bench.count();
    const auto rows = bench.meeting().tallies;
    bench.keys(QStringLiteral("3"));
    bench.page().save();
    bench.settle();
    CHECK_FALSE(bench.meeting().tallies.front().tally);
    CHECK(grid.currentRowId() == rows.front().line.id());
    CHECK(bench.words().contains(QStringLiteral("còn 1 dòng chưa đủ hoặc chưa khớp")));
}

TEST_CASE("Closing lists all gaps at once, goes to the first, and the list shrinks until nothing is missing")
{
    ReviewMeetingBench bench;
    const auto rows = bench.meeting().tallies;
    std::vector<domain::Tally> tallies;
    for (const auto& row : rows) {
        domain::Tally tally;
        tally.line = row.line;
        tally.issued = tally.collected = tally.valid = row.voters.most();
        tally.inFavour = row.verdict == "eligible" ? tally.valid : 0;
        tallies.push_back(tally);
    }
    tallies.pop_back();
    REQUIRE(bench.window->runner().run([&] { return services::CouncilService(*bench.file).recordTallies(bench.id, tallies); }));
    bench.step(4);
    bench.act("council.close");
    CHECK(bench.prompter.asked().isEmpty());
    for (const char* words : {"giờ bắt đầu", "địa điểm", "Ban kiểm phiếu", "Chưa có số phiếu", "giờ kết thúc"}) {
        INFO(words << " in " << bench.gaps().toStdString());
        CHECK(bench.gaps().contains(QString::fromUtf8(words)));
    }
    CHECK(bench.focused() == QStringLiteral("meeting-starts"));
    bench.type("meeting-starts", QStringLiteral("8h"));
    bench.part<QLineEdit>("meeting-place").setFocus();
    bench.type("meeting-place", QStringLiteral("Phòng họp"));
    CHECK(bench.part<QLineEdit>("meeting-starts").text() == QStringLiteral("08 giờ 00"));
    bench.part<QLineEdit>("meeting-place").setFocus();
    bench.press(Qt::Key_Return); // as Ctrl+S
    CHECK(bench.meeting().meeting.starts == "08:00");
    CHECK(bench.meeting().meeting.place == "Phòng họp");
    CHECK_FALSE(bench.gaps().contains(QStringLiteral("địa điểm")));
    CHECK(bench.gaps().contains(QStringLiteral("Ban kiểm phiếu")));
    const auto detail = bench.meeting();
    REQUIRE(bench.window->runner().run([&] {
        return services::CouncilService(*bench.file).nameTellers(bench.id, {detail.attendance[1].member.member.person, detail.attendance[2].member.member.person});
    }));
    bench.act("council.close");
    bench.settle();
    CHECK(bench.find<GridTable>("tally-grid") != nullptr); // the line that is not counted is next
    auto last = rows.back();
    domain::Tally tally;
    tally.line = last.line;
    tally.issued = tally.collected = tally.valid = last.voters.most();
    REQUIRE(bench.window->runner().run([&] { return services::CouncilService(*bench.file).recordTallies(bench.id, {tally}); }));
    bench.step(4);
    bench.type("minutes-conclusions", QStringLiteral("Nộp danh sách đúng hạn."));
    bench.type("minutes-ends", QStringLiteral("10h30"));
    CHECK(bench.gaps().startsWith(QStringLiteral("Biên bản đã đủ")));
    bench.prompter.answer(true);
    bench.act("council.close");
    CHECK(bench.meeting().meeting.state == domain::MeetingState::Closed);
    CHECK(bench.meeting().meeting.ends == "10:30");
}

TEST_CASE("Figures that were typed and do not add up keep a meeting open")
{
    ReviewMeetingBench bench;
    auto& grid = bench.count();
    REQUIRE(grid.goTo(bench.meeting().tallies.front().line.id(), QStringLiteral("valid")));
    bench.figure(1);
    bench.act("council.close");
    CHECK(bench.prompter.asked().isEmpty());
    CHECK(bench.gaps().contains(toQ(bench.meeting().tallies.front().name)));
    CHECK(bench.meeting().meeting.state == domain::MeetingState::Draft);
}

TEST_CASE("Who is absent or does not vote is told of before the meeting, on the council's page")
{
    ReviewMeetingBench bench;
    const auto detail = bench.meeting();
    int away = 0;
    for (const auto& row : detail.attendance)
        if (detail.members - away > detail.quorum && row.member.member.role == domain::CouncilRole::Member) {
            bench.part<QCheckBox>(QStringLiteral("present-%1").arg(row.member.id.value())).click();
            bench.settle();
            ++away;
        }
    const auto obstacles = services::obstacles(bench.meeting());
    REQUIRE_FALSE(obstacles.empty());
    bench.page().escape();
    bench.settle();
    auto& table = bench.part<RecordTable>("council-meetings");
    REQUIRE(table.setCurrentId(bench.id.value()));
    bench.settle();
    auto* outlook = bench.find<QWidget>(QStringLiteral("panel-outlook"));
    REQUIRE(outlook != nullptr);
    CHECK(bench.words(outlook).contains(toQ(obstacles.front().why)));
    for (const auto& way : obstacles.front().ways)
        CHECK(bench.words(outlook).contains(toQ(way)));
}

TEST_CASE("Each council has its own meetings and its own members, and nominations go to the emulation council")
{
    ReviewMeetingBench bench(false);
    services::CouncilService councils(*bench.file);
    const auto year = bench.yearId(2021);
    const auto all = *councils.councils(year);
    REQUIRE(all.size() == 2);
    const auto meetings = *councils.meetings(year);
    auto& table = bench.part<RecordTable>("council-meetings");
    auto& choice = bench.part<SegmentBar>("council-choice");
    for (const auto& council : all) {
        emit choice.chosen(QString::number(council.id.value()));
        bench.settle();
        const auto own = std::ranges::count_if(meetings, [&](const auto& row) { return row.data.council == council.id; });
        CHECK(table.shownIds().size() == own);
        REQUIRE(own > 0);
        for (const auto id : table.shownIds())
            CHECK(std::ranges::find(meetings, id, [](const auto& row) { return row.id.value(); })->data.council == council.id);
    }
    REQUIRE(all.back().council.kind == domain::CouncilKind::Initiative);
    bench.act("council.meeting-add");
    CHECK(bench.part<QLineEdit>("meeting-title").text().contains(QStringLiteral("sáng kiến")));
    bench.click("meeting-create");
    const auto made = *councils.meeting(councils.meetings(year)->front().id);
    CHECK(made.meeting.council == all.back().id);
    CHECK(made.attendance.size() == all.back().members.size());
    // From the nominations, whichever council was shown last.
    bench.open("nominations");
    bench.act("nominations.council");
    CHECK(bench.part<QLineEdit>("meeting-title").text().contains(QStringLiteral("thi đua, khen thưởng")));
    bench.click("meeting-create");
    const auto second = *councils.meeting(councils.meetings(year)->front().id);
    CHECK(second.meeting.council == all.front().id);
    CHECK(second.attendance.size() == all.front().members.size());
}
