// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"
#include "ui/app/file_watch.h"
#include "ui/pages/school_page.h"
#include "ui/shell/main_window.h"

#include <QPointer>

#include <filesystem>
#include <functional>
#include <memory>

namespace thidua::ui {

/// One open school file and its window: puts the pages in, and ties undo, school years, search and backups to the services.
class SchoolWindow : public QObject {
    Q_OBJECT
public:
    /// What the window asks of the program: another file in its place, a new school.
    struct Program {
        std::function<void(const std::filesystem::path&)> openFile;
        std::function<void()> newSchool;
        std::function<void(const std::filesystem::path&)> opened{}; ///< the window goes on with this file
    };
    SchoolWindow(std::unique_ptr<services::SchoolFile> file, Prompter& prompter, QSettings& settings, Program program);
    ~SchoolWindow() override;

    MainWindow& window() { return *m_window; }
    services::SchoolFile& file() { return *m_file; }
    FileWatch& watch() { return *m_watch; }
    void showYear(SchoolYear year);
    /// Into the folder of the settings, or one asked for; says where it went. Null when no folder was chosen, or one is being made already.
    Job* backupNow();

private:
    void buildWindow(std::optional<SchoolYear> shown);
    void showFileName();
    void followFile(int missing);
    void forgetFailure();
    bool applyLook(Scheme scheme, double factor);
    void addPages();
    void addUserMenu();
    void addYearActions();
    void readYears(std::optional<SchoolYear> wanted);
    void undo(bool back);
    void showUndo();
    void showBackup();
    void lookBack();
    bool isBackupLookedAt() const; ///< it needs no backup itself
    void askUserName();
    bool backedUp();
    bool mayClose();
    std::vector<PaletteItem> find(const QString& query);
    std::optional<domain::SchoolYearId> yearId();

    std::unique_ptr<services::SchoolFile> m_file;
    Prompter& m_prompter;
    QSettings& m_settings;
    Program m_program;
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<MainWindow> m_before; ///< of another text size, until the new one has been drawn
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<SchoolContext> m_context;
    SchoolYear m_year{2021};
    QPointer<Job> m_backup;
    std::vector<std::string> m_lost; ///< what backups know of the file and it does not
};

}
