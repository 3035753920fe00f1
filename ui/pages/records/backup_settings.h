// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/backup_service.h"
#include "ui/pages/records/settings_page.h"

#include <QPointer>

namespace thidua::ui {

class Job;

/// Where backups go, when they are made, which there are, and how to come back to one. A backup is never opened for writing: what
/// is restored is a copy of it, and whatever stood under the chosen name is kept.
class BackupSettings : public SettingsSection {
    Q_OBJECT
public:
    BackupSettings(Shell& shell, SchoolContext& context, OpenFile openFile, QWidget* parent);
    void load() override;
    void showAge();
    QWidget* firstStop() override { return m_now; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Row {
        std::int64_t id = 0;
        QString path;
        QString time;   ///< local, dd/MM/yyyy HH:mm
        QString order;  ///< ISO, for sorting
        qint64 bytes = 0;
        bool newest = false;      ///< the one that the open file would fall back on …
        bool newestOfAll = false; ///< … and none was made later of another state
        bool sealed = false;      ///< made as a backup, so verified then
        QString school{}; ///< known once it has been checked
        QString trouble{};
    };
    QWidget* buildHead();
    QWidget* buildList();
    void setColumns();
    void chooseFolder();
    void backUp();
    void checkFile();
    void showProblems(Message& bar, const std::vector<std::string>& problems);
    void verifyCurrent();
    void tellVerified(const QString& path, const Result<services::BackupResult>& checked);
    void restoreCurrent();
    void restoreOther();
    void restore(const QString& copy);
    void tellRestored(const std::filesystem::path& target, const std::filesystem::path& kept);
    void readList();
    void readAgain();
    void follow();
    void waitFor(Job* job);
    Row* current();
    OpenFile m_openFile;
    RecordModel<Row> m_model;
    std::map<QString, std::pair<QString, QString>> m_checked; ///< path → school, trouble
    QLabel* m_icon;
    Label* m_age;
    LineField* m_folder;
    CheckField* m_onClose;
    QPushButton* m_check;
    QPushButton* m_now;
    RecordTable* m_table;
    QPushButton* m_verify;
    QPushButton* m_restore;
    QPushButton* m_other;
    MessageArea* m_messages;
    QPointer<Job> m_job; ///< one at a time
    int m_checkedWrites = 0; ///< how many writes there were when the file was checked
};

}
