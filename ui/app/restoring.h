// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDialog>
#include <QPointer>

#include <filesystem>

class QProgressBar;
class QPushButton;

namespace thidua {
class Clock;
}

namespace thidua::ui {

class Job;
class Label;
class Prompter;

/// What came of restoring without an open file.
struct Restored {
    QString path;    ///< the file to be opened; empty when there is none
    QString kept;    ///< the name of what stood there
    QString trouble; ///< the sentence of what went wrong; empty when the person changed their mind
};

/// Asks for a backup and for the place it is to come back to, by proposal that of `usual`, and puts it there; what stood there is kept.
Restored askAndRestore(Prompter& prompter, const Clock& clock, const QString& usual, const QString& present = {});

/// The same of a backup that is chosen already.
Restored restoreFrom(const QString& copy, Prompter& prompter, const Clock& clock, const QString& usual, const QString& present = {});

/// A backup on its way to its place, where no window shows that: it can be stopped until the file is exchanged, and is closed by its end.
class RestoreDialog : public QDialog {
    Q_OBJECT
public:
    RestoreDialog(const std::filesystem::path& copy, const std::filesystem::path& target, bool replace, const Clock& clock,
                  QWidget* parent = nullptr);
    /// Where what stood there is kept, or the failure; none when it was stopped and nothing was done.
    const std::optional<Result<std::filesystem::path>>& outcome() const { return m_outcome; }
    /// Esc and the window's own cross stop it too.
    void reject() override;

private:
    std::optional<Result<std::filesystem::path>> m_outcome;
    Label* m_words;
    QPushButton* m_stop;
    QPointer<Job> m_job;
};

}
