// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/page_ids.h"
#include "services/core/sample_service.h"
#include "support/scratch.h"
#include "ui/app/school_window.h"

#include <QSettings>
#include <QTest>

namespace thidua::test {

/// A school window on a file of its own, with answers prepared and a clock that stands still.
struct OpenWindow {
    explicit OpenWindow(Date today, const std::string& sample = "mang-den") : clock(today)
    {
        if (!sample.empty()) {
            services::createSample(path(), sample, clock).value().reset();
            open();
        }
    }
    std::filesystem::path path() const { return scratch / "truong.thidua"; }
    /// Closes what is open and opens the file again, as after a restart.
    void open()
    {
        school.reset();
        auto file = services::SchoolFile::open(path(), services::SchoolFile::Mode::ReadWrite, clock, {"Lan"});
        school = std::make_unique<ui::SchoolWindow>(std::move(file.value()), prompter, settings, ui::SchoolWindow::Program{[](const auto&) {}, [] {}});
        school->window().resize(1366, 768);
        school->window().show();
        static_cast<void>(QTest::qWaitForWindowExposed(&school->window()));
    }
    ui::MainWindow& window() { return school->window(); }
    ui::Page& page(const QString& id)
    {
        window().showPage(id);
        QTest::qWait(1);
        return *window().currentPage();
    }

    Scratch scratch;
    FixedClock clock;
    ui::FakePrompter prompter;
    QSettings settings{QString::fromStdString((scratch / "settings.ini").string()), QSettings::IniFormat};
    std::unique_ptr<ui::SchoolWindow> school;
};

/// A school of 2023–2024 with its head and nobody else, in the file of `opened`, which is opened afterwards.
void foundEmpty(OpenWindow& opened);

inline const QStringList kPages(pages::kAll.begin(), pages::kAll.end());

}
