// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app/options.h"
#include "ui/app/restoring.h"
#include "ui/app/school_window.h"

#include <QSettings>

namespace thidua::ui {

/// The program from start to end: which file is open, and what is shown when none is.
class Program : public QObject {
    Q_OBJECT
public:
    Program(const Options& options, QSettings& settings);
    ~Program() override;
    /// Opens the file asked for, else the last one, else the start dialog. False when there is nothing to show: the program ends.
    bool start();

private:
    /// Why no file is open yet; without words when nothing went wrong and the person changed their mind.
    struct Trouble {
        QString title{}, text{};
    };
    using Opened = std::optional<Trouble>; ///< nothing: a file is open
    /// How a file is opened: a backup for looking only, or what was made of it.
    struct Opening {
        QString path{};
        bool look = false;
        std::optional<Restored> restored{};
    };
    /// Of a backup the person is asked, since working in it would be the end of it; nothing: it is not to be opened.
    std::optional<Opening> howToOpen(const QString& path);
    Result<std::unique_ptr<services::SchoolFile>> fileOf(const Opening& opening);
    Opened openAs(const Opening& opening);
    bool isOpenHere(const QString& path) const;
    Trouble missing(const QString& path);
    bool openOrAsk(Opened trouble);
    Opened open(const QString& path);
    Opened openSample(const QString& name, const QString& path);
    void show(std::unique_ptr<services::SchoolFile> file);
    void tellRestored(const Restored& answer);
    void remember(const std::filesystem::path& file);
    Opened founded();
    Opened restored();
    void replaceBy(const std::filesystem::path& path);
    void takeShot();
    /// The files opened last, the newest first, and those of them that are there now or wanted now.
    QStringList recent() const;
    QStringList recentThere() const;
    QString samplePath() const;

    Options m_options;
    QSettings& m_settings;
    QString m_notOpened; ///< what was tried last and is no file that can be opened
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Prompter> m_prompter;
    std::unique_ptr<SchoolWindow> m_window;
};

}
