// SPDX-License-Identifier: GPL-3.0-or-later
// window-worker FILE SEED COUNT: opens FILE in the window of the program (a school of one person is founded where there is none) and does
// COUNT random things in it with keys and buttons: writes forms of several pages, takes back, repeats, makes backups into FILE's folder
// "sao-luu". Each operation is told on standard output ("1", "2", …) once the window has said that it is written. Exit 3: it cannot be opened.
#include "domain/page_ids.h"
#include "services/core/school_summary.h"
#include "ui/app/application.h"
#include "ui/app/school_window.h"
#include "ui/models/record_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/search_field.h"

#include <QSettings>
#include <QTest>

#include <cstdio>
#include <spdlog/spdlog.h>
#include <random>

namespace {

using namespace thidua;
using namespace thidua::ui;

class Worker {
public:
    Worker(std::unique_ptr<services::SchoolFile> file, QSettings& settings, unsigned seed)
        : m_school(std::move(file), m_prompter, settings, SchoolWindow::Program{[](const auto&) {}, [] {}}), m_dice(seed)
    {
        auto& window = m_school.window();
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&window, 2000));
    }

    void run(int count)
    {
        for (int i = 0; i < count; ++i) {
            const int before = m_school.file().writesSoFar();
            act();
            settle();
            for (int written = before; written < m_school.file().writesSoFar(); ++written) {
                std::printf("%d\n", ++m_told);
                std::fflush(stdout);
            }
        }
    }

private:
    static void settle()
    {
        for (int i = 0; i < 3; ++i) {
            QApplication::processEvents();
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void act()
    {
        switch (m_told == 0 ? 9U : m_dice() % 10) {
        case 0:
        case 1: press(Qt::Key_Z, Qt::ControlModifier); break;
        case 2: press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); break;
        case 3: m_school.backupNow(); break; // goes on beside what follows
        case 4: QTest::qWait(static_cast<int>(m_dice() % 30)); break;
        default: writeForm();
        }
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &m_school.window(), key, modifiers);
    }

    void writeForm()
    {
        static constexpr const char* kPages[] = {pages::kCollectives, pages::kCampaigns, pages::kStaff, pages::kHistory};
        auto& window = m_school.window();
        window.showPage(QLatin1String(kPages[m_dice() % std::size(kPages)]));
        settle();
        press(Qt::Key_N, Qt::ControlModifier);
        QTest::qWait(20);
        fill(*window.currentPage());
        if (auto* button = savingButton(*window.currentPage(), QApplication::focusWidget()))
            QTest::mouseClick(button, Qt::LeftButton);
        else
            press(Qt::Key_Escape, Qt::NoModifier);
    }

    /// Something into every field that is required and blank.
    void fill(QWidget& page)
    {
        for (auto* widget : page.findChildren<QWidget*>()) {
            auto* field = dynamic_cast<Field*>(widget);
            const bool wanted = widget->accessibleName().contains(QStringLiteral("bắt buộc")) || qobject_cast<SearchField*>(widget);
            if (field == nullptr || !widget->isVisible() || !widget->isEnabled() || !wanted || !field->isBlank())
                continue;
            if (auto* text = qobject_cast<LineField*>(widget))
                text->setText(QStringLiteral("Thử %1").arg(m_dice()));
            else if (auto* area = qobject_cast<TextField*>(widget))
                area->setPlainText(QStringLiteral("Thử %1").arg(m_dice()));
            else if (auto* day = qobject_cast<DateField*>(widget))
                day->setText(QStringLiteral("20/11/2023"));
            else if (auto* number = qobject_cast<NumberField*>(widget))
                number->setText(QStringLiteral("1"));
            else if (auto* choice = qobject_cast<ChoiceField*>(widget))
                choice->setCurrentIndex(0);
            else if (auto* search = qobject_cast<SearchField*>(widget)) {
                search->setText(QStringLiteral("nguyen"));
                if (const auto offered = search->offered(); !offered.empty())
                    search->setValue(offered.front());
            }
        }
    }

    FakePrompter m_prompter;
    SchoolWindow m_school;
    std::mt19937 m_dice;
    int m_told = 0;
};

Result<void> found(const std::filesystem::path& path, const Clock& clock)
{
    services::FoundSchool command;
    command.school.name = "Trường Tiểu học Mới";
    command.school.documentSymbol = "THM";
    command.school.placeName = "Mới";
    command.firstYear = SchoolYear(2023);
    command.headName = "Nguyễn Thị Đầu";
    TD_TRY(const auto made, services::SchoolFile::create(path, command, clock, {"Người thử"}));
    return {};
}

}

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    spdlog::set_level(spdlog::level::off); // its lines would be counted as operations told
    Application application(argc, argv);
    const std::filesystem::path path(argv[1]);
    const auto backups = path.parent_path() / "sao-luu";
    std::error_code ignored;
    std::filesystem::create_directory(backups, ignored);
    // Outside the folder whose disk is watched, and nobody's own.
    QSettings settings(QString::fromStdString((path.parent_path().parent_path() / "settings.ini").string()), QSettings::IniFormat);
    settings.setValue(QStringLiteral("backup/folder"), QString::fromStdString(backups.string()));
    application.applyLook(settings);
    const FixedClock clock(Date(2023, 9, 6));
    if (!std::filesystem::exists(path))
        if (const auto made = found(path, clock); !made)
            return 3;
    auto file = services::SchoolFile::open(path, services::SchoolFile::Mode::ReadWrite, clock, {"Người thử"});
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().key.c_str());
        return 3;
    }
    Worker worker(std::move(*file), settings, static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10)));
    worker.run(std::atoi(argv[3]));
    return 0;
}
