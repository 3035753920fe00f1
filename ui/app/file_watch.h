// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/file_snapshot.h"
#include "ui/shell/prompter.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace thidua::ui {

/// Looks every few seconds, and after every write that failed, whether the open file is still the one on the disk. It keeps the state of the
/// file in memory, so that nothing is lost when a colleague's copy, a synchronising program or a pulled stick takes the file away: the
/// present state is offered to be saved under another name.
class FileWatch : public QObject {
    Q_OBJECT
public:
    /// `file` must outlive it.
    FileWatch(services::SchoolFile& file, Prompter& prompter, QObject* parent = nullptr);
    ~FileWatch() override;

    /// What is wrong with the file's place; nothing while it is where it was.
    const std::optional<Error>& trouble() const { return m_trouble; }
    /// Looks now. When the file has just gone, the person is asked; `again` asks also when it was asked before. True while it is there.
    bool look(bool again = false);
    /// Looks, without asking: the sentence that says what is wrong; empty while the file is there.
    QString lost();
    /// Saves the present state under a name that the person gives, and goes on in that file; false when that was not done.
    bool goElsewhere();
    /// Before closing: true when nothing would be lost, or the person wants it so.
    bool mayClose();
    /// Something was written: the state in memory follows within seconds.
    void follow();

    static constexpr int kEvery = 3000;          ///< ms between two looks
    static constexpr int kElsewhere = 20;        ///< looks between two at what lies elsewhere, perhaps on a slow stick
    static constexpr std::uintmax_t kLargest = 256U << 20U; ///< a file too large to be kept in memory as well
signals:
    /// The file has gone or come back.
    void changed();
    /// The work goes on in another file; `missing` of the last operations are not in it.
    void moved(int missing);
    /// One has come back to the program, or a minute has passed: what lies elsewhere, as backups do, may be gone or spoiled.
    void lookElsewhere();
    /// The clock of the machine was set while the program ran.
    void clockJumped();

private:
    void tick();
    bool check();
    void keep();
    void step();
    void ask();
    std::optional<std::filesystem::path> saveElsewhere();
    bool goOnIn(const std::filesystem::path& saved);
    bool save();
    int missing() const;
    Result<std::filesystem::path> saveTo(const std::filesystem::path& target);

    services::SchoolFile& m_file;
    Prompter& m_prompter;
    QTimer m_timer;
    QTimer m_later; ///< waits until the writes of a moment are over
    QTimer m_step;  ///< copies a little between events
    std::unique_ptr<services::FileSnapshot> m_snapshot;
    std::unique_ptr<services::SchoolFile> m_kept; ///< the state in memory
    std::optional<Error> m_trouble;
    std::optional<int> m_savedAt; ///< writesSoFar of what was saved elsewhere
    std::optional<qint64> m_lastTick;
    int m_ticks = 0;
    bool m_asking = false;
};

}
