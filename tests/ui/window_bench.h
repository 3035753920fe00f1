// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/catch.h"

#include "services/core/school_service.h"
#include "ui/pages/school_page.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace thidua::test {

/// The window of the program with some of its pages, on a school file of one test's own. What a test does by hand is here: open a
/// page, find what is visible by objectName, click, type as an input method does, run actions, press keys, read words.
class WindowBench {
public:
    struct Preview {
        documents::Document paper;
        QString name;
        std::vector<std::string> formats;
    };
    using AddPages = std::function<void(ui::MainWindow&, ui::SchoolContext&)>;

    explicit WindowBench(Date today) : clock(today) {}
    ~WindowBench() { window.reset(); }
    /// Copies a school file and opens the copy.
    void openFile(const std::filesystem::path& sample);
    std::filesystem::path pathOf(const QString& name) const;
    /// A window of 1366×768 with these pages, undo and redo; shown and active. Again: as after a restart.
    void openWindow(const AddPages& addPages, int year, bool closed = false, const QString& page = {});

    // Pages and what stands in them.
    ui::Page& open(const QString& page);
    template <class P> P* show(const QString& page) { return dynamic_cast<P*>(&open(page)); }
    ui::Page& page() { return *window->currentPage(); }
    /// The visible one of this name; nullptr when there is none.
    template <class W = QWidget> W* find(const QString& name)
    {
        settle();
        for (auto* found : window->findChildren<W*>(name))
            if (found->isVisibleTo(window.get()))
                return found;
        return nullptr;
    }
    /// The visible one of this name, else a hidden one of the page, else of the window.
    template <class W> W& part(const QString& name)
    {
        auto* found = find<W>(name);
        if (!found)
            found = page().findChild<W*>(name);
        if (!found)
            found = window->findChild<W*>(name);
        INFO(name.toStdString());
        REQUIRE(found != nullptr);
        return *found;
    }
    ui::RecordTable* table() { return page().findChild<ui::RecordTable*>(); }

    // The hand.
    void click(const QString& button);
    /// Replaces what a line or text says; Vietnamese letters come as an input method sends them.
    void type(const QString& field, const QString& text);
    static void typeInto(QWidget& field, const QString& text);
    /// Letters of the keyboard alone, where the focus is.
    void keys(const QString& text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QAction& action(const QString& id);
    bool can(const QString& id) { return action(id).isEnabled(); }
    void act(const QString& id);
    void undo() { window->runner().run([this] { return file->undo(); }); }
    /// Lets pass what is posted, and what is deleted later.
    static void settle();

    // What can be read.
    QString summary() { return page().summaryLabel()->text(); }
    /// Every visible word of the window and its dialogs (labels and chips), or of a part of it.
    QString words(QWidget* part = nullptr);
    QString panelWords() { return words(page().findChild<ui::SidePanel*>()); }
    /// What takes the focus by Tab but has no name.
    static QStringList nameless(QWidget* root);
    domain::SchoolYearId yearId(int start);
    domain::SchoolYearId yearId() { return yearId(page().schoolYear().startYear()); }

    QTemporaryDir dir;
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    ui::FakePrompter prompter;
    std::vector<Preview> previews;
    std::vector<SchoolYear> yearsTold;
    std::unique_ptr<ui::SchoolContext> context;
    std::unique_ptr<ui::MainWindow> window;
};

}
