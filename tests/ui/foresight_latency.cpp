// SPDX-License-Identifier: GPL-3.0-or-later
// While a whole school is judged beside the window, the window answers keys.
#include "support/catch.h"

#include "bench_school.h"
#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "services/foresight/foresight_service.h"
#include "support/jobs.h"
#include "support/scratch.h"
#include "ui/pages/foresight/foresight_page.h"
#include "ui/pages/foresight/foresight_pages.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;

namespace {

constexpr int kPeople = 300;
constexpr qint64 kMostMilliseconds = 100;

/// Types into the field as long as a job runs; the longest that a letter took to stand there, with the events before it.
qint64 longestWait(MainWindow& window, QLineEdit& field, int& typed)
{
    qint64 longest = 0;
    while (window.findChild<Job*>() != nullptr) {
        QElapsedTimer timer;
        timer.start();
        field.clear();
        QApplication::postEvent(&field, new QKeyEvent(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a")));
        while (field.text().isEmpty())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        ++typed;
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        longest = std::max(longest, timer.elapsed());
    }
    return longest;
}

}

TEST_CASE("keys are answered within a tenth of a second while everybody is judged")
{
    const test::Scratch scratch;
    const FixedClock clock(bench::kReview);
    bench::makeSchool(scratch / "school.thidua", kPeople, clock);
    auto file = std::move(services::SchoolFile::open(scratch / "school.thidua", services::SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value());
    QTemporaryDir settingsDir;
    QSettings settings{settingsDir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    SchoolContext context{*file, [](const documents::Document&, const QString&, const std::vector<std::string>&) {}, [](SchoolYear) {}};
    MainWindow window(prompter, settings);
    addForesightPages(window, context);
    window.setSchoolYear(SchoolYear(2021), false);
    window.resize(1366, 768);
    window.show();
    REQUIRE(window.showPage(QStringLiteral("foresight")));
    auto& field = *window.topBar().search();
    // Other programs may take the processor meanwhile: the best of three runs is the window's own.
    qint64 best = 10'000;
    for (int run = 0; run < 3 && best > kMostMilliseconds; ++run) {
        int typed = 0;
        window.currentPage()->load();
        REQUIRE(window.findChild<Job*>() != nullptr);
        best = std::min(best, longestWait(window, field, typed));
        CHECK(typed > 5);
    }
    CHECK(best <= kMostMilliseconds);
    const auto year = services::SchoolService(*file).yearOf(SchoolYear(2021))->id;
    const auto board = services::ForesightService(*file).board(year).value();
    CHECK(board.judged == kPeople);
    CHECK(dynamic_cast<foresight::ForesightPage&>(*window.currentPage()).findChild<RecordTable*>(QStringLiteral("foresightTable")) != nullptr);
}
