// SPDX-License-Identifier: GPL-3.0-or-later
// thidua-bench-window start|pages|latency|memory|pupils FILE: the window on a school file, as it stood on the day of the bench school's review.
#include "bench_school.h"
#include "domain/people.h"
#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "services/law/rules_ahead.h"
#include "services/people/people_service.h"
#include "ui/app/application.h"
#include "ui/app/school_window.h"
#include "ui/models/record_table.h"
#include "ui/shell/job.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace thidua;

/// The program's window without its start dialog and its user's settings.
struct Opened {
    QTemporaryDir scratch;
    QSettings settings{scratch.filePath(QStringLiteral("bench.ini")), QSettings::IniFormat};
    ui::DialogPrompter prompter{nullptr};
    FixedClock clock;
    std::unique_ptr<ui::SchoolWindow> window;

    Opened(const char* path, Date today) : clock(today)
    {
        auto file = services::SchoolFile::open(path, services::SchoolFile::Mode::ReadWrite, clock, {"bench"});
        if (!file)
            throw std::runtime_error(file.error().key);
        window = std::make_unique<ui::SchoolWindow>(std::move(*file), prompter, settings,
                                                    ui::SchoolWindow::Program{[](const auto&) {}, [] {}});
        window->window().resize(1366, 768);
        window->window().restore();
        window->window().show();
        window->window().grab();
    }
    void settle()
    {
        do
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        while (working());
        QCoreApplication::processEvents();
    }
    bool working()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // there is no loop of its own that would
        return window->window().findChild<ui::Job*>() != nullptr;
    }
    double showing(const char* page)
    {
        QElapsedTimer timer;
        timer.start();
        window->window().showPage(QString::fromLatin1(page));
        window->window().grab();
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
};

void pages(Opened& opened)
{
    opened.settle();
    for (const char* page : {"foresight", "staff"}) {
        std::printf("%s %.1f\n", page, opened.showing(page));
        opened.settle();
    }
    auto& file = opened.window->file();
    const auto year = services::SchoolService(file).years().value().front().id;
    services::PeopleService people(file);
    std::vector<double> edits;
    for (int round = 0; round < 5; ++round) {
        const auto row = people.staff(year).value().at(7);
        services::StaffDraft draft{row.person, row.position, row.title, row.team};
        draft.person.note = "lần " + std::to_string(round);
        QElapsedTimer timer;
        timer.start();
        opened.window->window().runner().run([&] { return people.editStaff(year, row.id, draft, row.version); });
        opened.window->window().grab();
        edits.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(edits.begin(), edits.end());
    std::printf("staff-edit %.1f\n", edits[edits.size() / 2]);
}

double middle(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

double timed(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The page of pupils: opened, sorted, filtered; against Qt's own table on the same texts, unsorted, in a window of the same size.
void pupils(Opened& opened)
{
    constexpr int kRounds = 5;
    opened.settle();
    auto& window = opened.window->window();
    const double first = opened.showing("pupils");
    opened.settle();
    auto* table = window.currentPage()->findChild<ui::RecordTable*>(QStringLiteral("pupilsTable"));
    if (table == nullptr)
        throw std::runtime_error("no table of pupils");
    const auto shown = table->shown();
    std::vector<double> opens, sorts, filters, bare;
    for (int round = 0; round < kRounds; ++round) {
        bare.push_back(timed([&] {
            QStandardItemModel model(static_cast<int>(shown.rows.size()), static_cast<int>(shown.headers.size()));
            for (std::size_t row = 0; row < shown.rows.size(); ++row)
                for (int column = 0; column < shown.rows[row].cells.size(); ++column)
                    model.setItem(static_cast<int>(row), column, new QStandardItem(shown.rows[row].cells[column]));
            model.setHorizontalHeaderLabels(shown.headers);
            QTableView view;
            view.setModel(&model);
            view.resize(window.size());
            view.show();
            view.grab();
        }));
        opens.push_back(timed([&] {
            window.currentPage()->load();
            window.grab();
        }));
        sorts.push_back(timed([&] {
            table->sortBy(QStringLiteral("birth"), round % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            window.grab();
        }));
        filters.push_back(timed([&] {
            table->setColumnFilter(QStringLiteral("name"), round % 2 == 0 ? QStringLiteral("an") : QString());
            window.grab();
        }));
        table->clearFilters();
        opened.settle();
    }
    std::printf("rows %zu\nfirst-showing %.1f\nread-and-painted %.1f\nsorted %.1f\nfiltered %.1f\nbare-table %.1f\n", shown.rows.size(), first, middle(opens), middle(sorts), middle(filters),
                middle(bare));
}

/// The longest time that a key had to wait while the whole school was judged beside the window.
void latency(Opened& opened)
{
    opened.settle();
    opened.window->window().showPage(QStringLiteral("foresight"));
    QCoreApplication::processEvents();
    qint64 worst = 0;
    int keys = 0;
    while (opened.working()) {
        QElapsedTimer timer;
        timer.start();
        bool heard = false;
        QTimer::singleShot(0, &opened.window->window(), [&heard] { heard = true; });
        QCoreApplication::postEvent(&opened.window->window(), new QKeyEvent(QEvent::KeyPress, Qt::Key_Shift, Qt::ShiftModifier));
        while (!heard)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        ++keys;
        if (opened.working())
            worst = std::max(worst, timer.elapsed());
    }
    std::printf("keys %d\nworst %lld\n", keys, static_cast<long long>(worst));
}

void memory(Opened& opened)
{
    opened.settle();
    std::ifstream smaps("/proc/self/smaps_rollup");
    for (std::string line; std::getline(smaps, line);)
        if (line.starts_with("Pss:"))
            std::printf("pss %.1f\n", std::stod(line.substr(4)) / 1024);
}

}

int main(int argc, char** argv)
{
    if (argc < 3)
        return 2;
    try {
        const std::string what = argv[1];
        const services::RulesAhead rules; // as the program does
        ui::Application application(argc, argv);
        QTemporaryDir scratch;
        QSettings look(scratch.filePath(QStringLiteral("look.ini")), QSettings::IniFormat);
        application.applyLook(look);
        Opened opened(argv[2], argc > 3 ? Date::fromIso(argv[3]).value() : bench::kReview);
        if (what == "pages")
            pages(opened);
        else if (what == "latency")
            latency(opened);
        else if (what == "memory")
            memory(opened);
        else if (what == "pupils")
            pupils(opened);
        else
            QTimer::singleShot(0, [] { std::_Exit(0); }); // painted: what the end takes is no part of the start
        return what == "start" ? QApplication::exec() : 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 3;
    }
}
