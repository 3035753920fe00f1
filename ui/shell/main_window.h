// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/action_registry.h"
#include "ui/shell/change_bus.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/navigation.h"
#include "ui/shell/operation_runner.h"
#include "ui/shell/page.h"
#include "ui/shell/prompter.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"

#include <QMainWindow>
#include <QSettings>

class QStackedWidget;

namespace thidua::ui {

class FocusKeeper;

/// Arranges the pages: top bar, navigation, the stack of pages built when first shown, status line. Knows nothing of what they do.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `settings` keeps window, page and column state; both must outlive the window.
    MainWindow(Prompter& prompter, QSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    using MakePage = std::function<Page*(Shell&)>;
    /// In the order of the navigation. `opens` are the kinds of record that openRecord() sends there.
    void addPage(const PageInfo& info, MakePage make, const std::vector<domain::EntityKind>& opens = {});
    /// Shows the page; false when the current one may not be left. An unknown id is false too.
    bool showPage(const QString& id);
    Page* currentPage() const;
    /// The page if it has been built.
    Page* builtPage(const QString& id) const;
    bool openRecord(domain::EntityKind kind, std::int64_t id);
    /// After all pages are added: last window place and page, or the first page.
    void restore();

    /// Keeps window, page and column state for restore(), as closing does.
    void keep();
    /// What is typed on the pages and could not be written, for a window made anew; and the title of a page with more than that.
    QHash<QString, QJsonObject> entries() const;
    void restoreEntries(const QHash<QString, QJsonObject>& entries);
    const Page* pageWithOtherEntries() const;

    /// Everything follows it: built pages are told, the visible one loads at once.
    void setSchoolYear(SchoolYear year, bool closed);
    /// Every page reads anew (another file, restored backup, other rules).
    void reloadAll();
    /// Ctrl+Z and Ctrl+Shift+Z outside text fields, and the link in the status line.
    void setUndo(std::function<void()> undo, std::function<void()> redo);
    /// The file is open to be looked at alone, with the reason: pages and these commands do not write. Empty: it is worked in.
    void setReadOnly(const QString& reason, const QStringList& writing);
    /// Asked before closing, after the page's own mayLeave(); false keeps the window.
    void setMayClose(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

    Shell& shell() { return m_shell; }
    TopBar& topBar() { return *m_top; }
    Navigation& navigation() { return *m_nav; }
    StatusLine& status() { return *m_status; }
    ActionRegistry& actions() { return *m_actions; }
    OperationRunner& runner() { return *m_runner; }
    ChangeBus& bus() { return *m_bus; }
    CommandPalette& palette() { return *m_palette; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Slot {
        PageInfo info;
        MakePage make;
        std::vector<domain::EntityKind> opens;
        Page* page = nullptr;
        bool stale = false;
    };
    void build();
    void addKeys();
    void addGuide();
    void showGuide(QWidget* over);
    void addKey(const QKeySequence& keys, std::function<void()> run);
    Slot* slot(const QString& id);
    void buildPage(Slot& slot);
    void buildNext();
    void onChange(const domain::ChangeSet& changes);
    void showMessage(const Message& message);
    void cycleFocus(int step);
    void focusPage();
    static void focusInto(QWidget& stop);
    void undoOrRedo(bool undo);
    void savePageState(const Slot& slot);

    QSettings& m_settings;
    ActionRegistry* m_actions;
    ChangeBus* m_bus;
    TopBar* m_top;
    Navigation* m_nav;
    QStackedWidget* m_stack;
    StatusLine* m_status;
    OperationRunner* m_runner;
    CommandPalette* m_palette;
    FocusKeeper* m_keeper;
    Shell m_shell;
    std::vector<Slot> m_slots;
    SchoolYear m_year{2021};
    bool m_closed = false;
    QString m_readOnly;
    bool m_building = false;
    std::function<void()> m_undo, m_redo;
    std::function<bool()> m_mayClose;
};

}
