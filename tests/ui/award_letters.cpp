// SPDX-License-Identifier: GPL-3.0-or-later
// Thư khen: written, issued and printed by hand.
#include "services/award/letter_service.h"
#include "support/sample_file.h"
#include "ui/pages/award/award_pages.h"
#include "ui/window_bench.h"

#include <QPushButton>
#include <QTimer>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct LetterBench : test::WindowBench {
    LetterBench() : WindowBench(Date(2022, 9, 23))
    {
        openFile(test::sampleFile(Date(2022, 9, 23)));
        openWindow([](MainWindow& main, SchoolContext& shared) { addAwardPages(main, shared); }, 2022, false, QStringLiteral("letters"));
    }
    std::vector<services::LetterRow> letters() { return *services::LetterService(*file).letters(yearId()); }
};

}

TEST_CASE("A letter of commendation is drafted, says what it lacks, and is issued with its number")
{
    LetterBench bench;
    CHECK(bench.words().contains(QStringLiteral("Nơi viết thư khen")));
    bench.act(QStringLiteral("letters.add"));
    bench.type(QStringLiteral("name"), QStringLiteral("Bà Y Hoa"));
    bench.click(QStringLiteral("letterSave"));
    CHECK(bench.words().contains(QStringLiteral("Xin ghi khen về việc gì")));
    CHECK(bench.letters().empty());
    bench.type(QStringLiteral("title"), QStringLiteral("Vận động học sinh ra lớp"));
    bench.type(QStringLiteral("body"), QStringLiteral("Nhà trường trân trọng cảm ơn."));
    bench.click(QStringLiteral("letterSave"));
    REQUIRE(bench.letters().size() == 1);
    CHECK(bench.can(QStringLiteral("letters.issue")));
    CHECK(test::WindowBench::nameless(&bench.page()).isEmpty());
    REQUIRE(bench.window->runner().run([&] { return services::LetterService(*bench.file).issue(bench.letters().front().id, {7, "", bench.clock.today()}); }));
    bench.settle();
    CHECK_FALSE(bench.can(QStringLiteral("letters.issue")));
    CHECK_FALSE(bench.can(QStringLiteral("letters.edit")));
    CHECK(bench.can(QStringLiteral("letters.correct")));
    bench.act(QStringLiteral("letters.print"));
    REQUIRE(bench.previews.size() == 1);
    CHECK(bench.previews.front().formats == std::vector<std::string>{"pdf", "docx", "html"});
}
