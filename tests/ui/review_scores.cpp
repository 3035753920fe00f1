// SPDX-License-Identifier: GPL-3.0-or-later
// The initiative council's meeting with its marks, what members of a council follow, and a list that changes after an objection.
#include "services/follow/initiative_scores.h"
#include "services/review/council_following.h"
#include "services/review/council_service.h"
#include "services/review/posting_service.h"
#include "support/sample_until.h"
#include "ui/pages/kit/form_dialog.h"
#include "ui/pages/review/council_page.h"
#include "ui/pages/review/review_pages.h"
#include "ui/window_bench.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct ScoreBench : test::WindowBench {
    /// The sample's own year: its initiative council has been founded, and meets today.
    ScoreBench() : WindowBench(Date(2022, 4, 19))
    {
        openFile(test::sampleUntil(Date(2022, 4, 19)));
        services::CouncilService councils(*file);
        const auto year = services::SchoolService(*file).yearOf(SchoolYear(2021))->id;
        const auto all = *councils.councils(year);
        for (const auto& row : all)
            (row.council.kind == domain::CouncilKind::Initiative ? council : emulation) = row.id;
        domain::Meeting meeting;
        meeting.council = council;
        meeting.title = "Họp xét sáng kiến";
        meeting.heldOn = clock.today();
        id = councils.createMeeting(meeting)->value;
        openWindow([](MainWindow& main, SchoolContext& shared) { addReviewPages(main, shared); }, 2021, false, QStringLiteral("council"));
    }
    void step(int index)
    {
        emit part<StepBar>(QStringLiteral("meeting-steps")).stepChosen(index);
        settle();
    }
    services::ScoreBoard board() { return *services::InitiativeScores(*file).board(id); }

    domain::CouncilId council{0}, emulation{0};
    domain::MeetingId id{0};
};

}

TEST_CASE("An initiative is marked in the meeting of its council, and what is above the most is said in the dialog")
{
    ScoreBench bench;
    REQUIRE(bench.page().openRecord(domain::EntityKind::Meeting, bench.id.value()));
    bench.step(2);
    CHECK(bench.words().contains(QStringLiteral("Chưa chấm")));
    const auto first = bench.board().rows.front().id;
    bench.click(QStringLiteral("score-%1").arg(first.value()));
    auto* dialog = bench.window->findChild<FormDialog*>(QStringLiteral("scoreSheets"));
    REQUIRE(dialog);
    for (const QString& widget : test::WindowBench::nameless(dialog)) {
        INFO(widget.toStdString());
        CHECK(widget.isEmpty());
    }
    const auto fields = dialog->findChildren<QLineEdit*>(QStringLiteral("mark-0-0"));
    REQUIRE(fields.size() == 4);
    const QStringList typed{QStringLiteral("31"), QStringLiteral("18"), QStringLiteral("27,5"), QStringLiteral("17")};
    for (int i = 0; i < 4; ++i)
        test::WindowBench::typeInto(*fields[i], typed[i]);
    bench.click(QStringLiteral("scoreSheets.save"));
    CHECK(bench.words(dialog).contains(QStringLiteral("quá mức tối đa 30")));
    test::WindowBench::typeInto(*fields[0], QStringLiteral("hai"));
    bench.click(QStringLiteral("scoreSheets.save"));
    CHECK(bench.words(dialog).contains(QStringLiteral("không đọc được")));
    test::WindowBench::typeInto(*fields[0], QStringLiteral("28"));
    bench.click(QStringLiteral("scoreSheets.save"));
    CHECK(bench.board().rows.front().score.mean == 9050);
    bench.settle();
    CHECK(bench.words().contains(QStringLiteral("90,50 điểm")));
    bench.click(QStringLiteral("score-summary-print"));
    REQUIRE_FALSE(bench.previews.empty());
    bench.undo();
    bench.settle();
    CHECK(bench.board().rows.front().score.sheets == 0);
}

TEST_CASE("A member's charges and notes are set in the panel and stand in the meeting")
{
    ScoreBench bench;
    REQUIRE(bench.page().openRecord(domain::EntityKind::Council, bench.emulation.value()));
    bench.click(QStringLiteral("note-add"));
    REQUIRE(bench.window->findChild<FormDialog*>(QStringLiteral("councilNote")));
    bench.click(QStringLiteral("councilNote.save"));
    CHECK(bench.words(bench.window->findChild<FormDialog*>(QStringLiteral("councilNote"))).contains(QStringLiteral("nhận xét")));
    bench.type(QStringLiteral("note-text"), QStringLiteral("Đã dự hai tiết thao giảng"));
    bench.click(QStringLiteral("councilNote.save"));
    CHECK(bench.panelWords().contains(QStringLiteral("Đã dự hai tiết thao giảng")));
    bench.click(QStringLiteral("charges-open"));
    auto* dialog = bench.window->findChild<FormDialog*>(QStringLiteral("charges"));
    REQUIRE(dialog);
    dialog->findChild<QCheckBox*>(QStringLiteral("charge-1"))->click();
    bench.click(QStringLiteral("charges.save"));
    const auto all = *services::CouncilFollowingService(*bench.file).following(bench.emulation);
    CHECK(std::ranges::any_of(all.notes, [](const auto& row) { return row.note.note == "Đã dự hai tiết thao giảng"; }));
    CHECK_FALSE(all.charges.empty());
}
