// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/catch.h"

#include "services/decision_service.h"
#include "services/registration_service.h"
#include "services/sample_service.h"
#include "services/school_service.h"
#include "services/year_record_service.h"
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

inline const QString kName = QStringLiteral("Măng Đen.thidua");

/// The sample is lived through once and copied for each test.
inline const QString& masterFile()
{
    static const QTemporaryDir dir;
    static const QString path = [] {
        const QString made = dir.filePath(kName);
        static const FixedClock clock(Date(2022, 9, 26));
        const auto file = services::createSample(made.toStdString(), "mang-den", clock);
        if (!file)
            FAIL(file.error().key << ' ' << file.error().detail);
        return made;
    }();
    return path;
}

struct Bench {
    QTemporaryDir dir;
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    QStringList previews;
    SchoolContext context;
    MainWindow window{prompter, settings};

    explicit Bench(int year = 2022, Date today = Date(2022, 9, 26), bool closed = false)
        : clock(today), file(open()),
          context{*file, [this](const documents::Document&, const QString& name, const std::vector<std::string>&) { previews << name; },
                  [](SchoolYear) {}}
    {
        addFollowPages(window, context);
        window.setUndo([this] { window.runner().run([this] { return file->undo(); }); }, [this] { window.runner().run([this] { return file->redo(); }); });
        window.setSchoolYear(SchoolYear(year), closed);
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        QApplication::processEvents();
    }
    std::unique_ptr<services::SchoolFile> open()
    {
        const QString copy = dir.filePath(kName);
        QFile::copy(masterFile(), copy);
        auto opened = services::SchoolFile::open(copy.toStdString(), services::SchoolFile::Mode::ReadWrite, clock, {"Lê Thị Thùy Dung"});
        if (!opened)
            FAIL(opened.error().key);
        return std::move(*opened);
    }
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
    void type(const char* name, const QString& text)
    {
        auto* field = find(name);
        INFO(name);
        REQUIRE(field);
        if (auto* line = qobject_cast<QLineEdit*>(field))
            line->setText(text);
        else if (auto* area = qobject_cast<QPlainTextEdit*>(field))
            area->setPlainText(text);
        settleDown();
    }
    static void settleDown()
    {
        QApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    RecordTable* table() { return window.currentPage()->findChild<RecordTable*>(); }
    domain::SchoolYearId yearId() { return services::SchoolService(*file).yearOf(window.currentPage()->schoolYear())->id; }
    services::RegistrationBoard board() { return *services::RegistrationService(*file).board(yearId()); }
    services::RegistrationRow registration(std::int64_t rowId)
    {
        for (const auto& row : board().rows)
            if (rowIdOf(row.subject) == rowId)
                return row;
        FAIL("no such row");
        return {};
    }
    services::YearRow record(std::int64_t rowId) { return *services::YearRecordService(*file).row(yearId(), subjectOf(rowId)); }
    std::int64_t firstWith(services::RegistrationStatus status)
    {
        for (const auto& row : board().rows)
            if (row.subject.person && row.status == status)
                return rowIdOf(row.subject);
        FAIL("nobody has this status");
        return 0;
    }
    QString words()
    {
        QStringList all;
        for (auto* label : window.findChildren<QLabel*>())
            if (label->isVisible())
                all << label->text();
        return all.join(QLatin1Char('\n'));
    }
};

inline constexpr auto kNone = services::RegistrationStatus::None;

}
