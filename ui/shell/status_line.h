// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace thidua::ui {

class Label;

/// The bottom of the window, 28 px: what was saved last with “Hoàn tác”, work with progress and “Dừng”, the age of the backup.
class StatusLine : public QFrame {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    /// “Đã lưu … lúc 14:32”. The undo link shows while `undoable`.
    void saved(const QString& sentence, bool undoable);
    /// The link's hint: what Ctrl+Z would take back now. Empty hides the link.
    void setUndo(const QString& what);
    /// A quiet sentence without undo.
    void say(const QString& sentence, Tone tone = Tone::Mute);
    /// “Sao lưu đã kiểm tra: hôm nay 07:45”.
    void setBackup(Tone tone, const QString& text);

    /// Long work: Work (below) calls these.
    void beginWork(const QString& text, int total);
    void stepWork(int done, const QString& text);
    void endWork();
    bool isStopped() const { return m_stopped; }
signals:
    void undoClicked();
    void backupClicked();
    void workStopped();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildWork();
    void showWords(const QString& sentence, Tone tone);
    void fitWords();
    QLabel* m_icon;
    Label* m_saved;
    QPushButton* m_undo;
    Label* m_undoKey;
    QWidget* m_work;
    Label* m_workText;
    QProgressBar* m_progress;
    QPushButton* m_backup;
    QString m_words;
    bool m_stopped = false;
};

/// Work in steps on the window's own thread: shows progress, lets the window breathe and tells when “Dừng” was pressed.
///     Work work(shell().status, tr("Đang tạo PDF"), count);
///     for (…) { if (!work.step()) break; … }
class Work {
public:
    Work(StatusLine& status, const QString& text, int total);
    ~Work();
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    /// One more done; false when the person asked to stop.
    bool step();

private:
    StatusLine& m_status;
    QString m_text;
    int m_total;
    int m_done = 0;
};

}
