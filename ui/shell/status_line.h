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
    /// More words about what was just saved: the undo link stays as it is.
    void tell(const QString& sentence) { showWords(sentence, Tone::Ok); }
    /// “Sao lưu đã kiểm tra: hôm nay 07:45”. Ok is for the state where every operation so far is in a verified backup.
    void setBackup(Tone tone, const QString& text);

    /// Long work: Job (job.h) calls these. A total of 0 means that nobody knows it yet.
    void beginWork(const QString& text, int total);
    void stepWork(int done, int total, const QString& text);
    void endWork();
signals:
    void undoClicked();
    void backupClicked();
    /// The age of the backup is another one now.
    void backupChanged();
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
};

}
