// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/catch.h"

#include "services/award/decision_service.h"
#include "services/core/sample_service.h"
#include "services/core/school_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "ui/pages/follow/follow_pages.h"
#include "ui/pages/follow/initiatives_page.h"
#include "ui/pages/follow/registrations_page.h"
#include "ui/pages/follow/year_records_page.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace thidua::ui::follow {

struct Bench {
    QTemporaryDir dir;
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    QStringList previews;
    SchoolContext context;
    MainWindow window{prompter, settings};

    explicit Bench(int year = 2022, Date today = Date(2022, 9, 26), bool closed = false);
    /// The school file of this test alone, lived through once and copied.
    std::unique_ptr<services::SchoolFile> open();
    template <class P> P* show(const char* id)
    {
        REQUIRE(window.showPage(QString::fromLatin1(id)));
        QApplication::processEvents();
        return dynamic_cast<P*>(window.currentPage());
    }
    template <class W = QWidget> W* find(const char* name)
    {
        for (auto* found : window.findChildren<W*>(QString::fromUtf8(name)))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    void click(const char* name)
    {
        auto* button = find<QPushButton>(name);
        INFO(name);
        REQUIRE(button);
        REQUIRE(button->isEnabled());
        button->click();
        settleDown();
    }
    void act(const char* id)
    {
        QAction* action = window.actions().find(QString::fromLatin1(id));
        REQUIRE(action);
        INFO(id);
        REQUIRE(action->isEnabled());
        action->trigger();
        settleDown();
    }
    bool can(const char* id) { return window.actions().find(QString::fromLatin1(id))->isEnabled(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
        settleDown();
    }
    void keys(const QString& text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        settleDown();
    }
    void type(const char* name, const QString& text);
    static void settleDown()
    {
        QApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    RecordTable* table() { return window.currentPage()->findChild<RecordTable*>(); }
    domain::SchoolYearId yearId() { return services::SchoolService(*file).yearOf(window.currentPage()->schoolYear())->id; }
    services::RegistrationBoard board() { return *services::RegistrationService(*file).board(yearId()); }
    services::RegistrationRow registration(std::int64_t rowId);
    services::YearRow record(std::int64_t rowId) { return *services::YearRecordService(*file).row(yearId(), subjectOf(rowId)); }
    /// A person whose registration has this status.
    std::int64_t firstWith(services::RegistrationStatus status);
    /// Everything that can be read in the window now.
    QString words();
};

inline constexpr auto kNone = services::RegistrationStatus::None;

}
