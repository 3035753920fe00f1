// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QProgressBar>

namespace thidua::ui {

StatusLine::StatusLine(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("statusLine"));
    setFixedHeight(Theme::px(28));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(16), 1, Theme::px(12), 0);
    row->setSpacing(Theme::px(8));
    m_icon = makeIconLabel(QStringLiteral("check"), Ink::Ok, 14, this);
    m_saved = new Label({}, TypeRole::Small, Ink::Text2, this);
    m_undo = makeButton(tr("Hoàn tác"), QStringLiteral("undo"), ButtonKind::Link, this);
    m_undoKey = new Label(QStringLiteral("Ctrl+Z"), TypeRole::Small, Ink::Text3, this);
    row->addWidget(m_icon);
    row->addWidget(m_saved);
    row->addWidget(m_undo);
    row->addWidget(m_undoKey);
    row->addStretch(1);
    m_work = buildWork();
    row->addWidget(m_work);
    m_backup = makeButton(QString(), QStringLiteral("shield-ok"), ButtonKind::Link, this);
    row->addWidget(m_backup);
    for (QWidget* w : {static_cast<QWidget*>(m_icon), static_cast<QWidget*>(m_saved), static_cast<QWidget*>(m_undo),
                       static_cast<QWidget*>(m_undoKey), m_work, static_cast<QWidget*>(m_backup)})
        w->hide();
    connect(m_undo, &QPushButton::clicked, this, &StatusLine::undoClicked);
    connect(m_backup, &QPushButton::clicked, this, &StatusLine::backupClicked);
}

QWidget* StatusLine::buildWork()
{
    auto* work = new QWidget(this);
    auto* row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, Theme::px(8), 0);
    row->setSpacing(Theme::px(8));
    m_workText = new Label({}, TypeRole::Small, Ink::Text2, work);
    m_progress = new QProgressBar(work);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(Theme::px(120));
    m_progress->setAccessibleName(tr("Tiến độ"));
    auto* stop = makeButton(tr("Dừng"), QString(), ButtonKind::Link, work);
    connect(stop, &QPushButton::clicked, this, &StatusLine::workStopped);
    row->addWidget(m_workText);
    row->addWidget(m_progress);
    row->addWidget(stop);
    return work;
}

void StatusLine::showWords(const QString& sentence, Tone tone)
{
    auto* sign = makeIconLabel(toneIcon(tone), tone == Tone::Ok ? Ink::Ok : tone == Tone::Bad ? Ink::Bad : tone == Tone::Warn ? Ink::Warn : Ink::Text2, 14, this);
    delete layout()->replaceWidget(m_icon, sign);
    delete m_icon;
    m_icon = sign;
    m_icon->setVisible(tone != Tone::None && !sentence.isEmpty());
    m_words = sentence;
    m_saved->setToolTip(sentence);
    m_saved->setAccessibleName(sentence);
    m_saved->setVisible(!sentence.isEmpty());
    fitWords();
}

void StatusLine::fitWords()
{
    // A sentence too long for the window is cut with a mark, and whole in its tooltip.
    const int room = std::max(Theme::px(160), width() - Theme::px(m_work->isVisible() ? 720 : 480));
    m_saved->setText(m_saved->fontMetrics().elidedText(m_words, Qt::ElideRight, room));
    m_saved->setFixedWidth(m_saved->fontMetrics().horizontalAdvance(m_saved->text()) + 2);
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitWords();
}

void StatusLine::saved(const QString& sentence, bool undoable)
{
    showWords(sentence, Tone::Ok);
    m_undo->setVisible(undoable);
    m_undoKey->setVisible(undoable);
}

void StatusLine::setUndo(const QString& what)
{
    m_undo->setToolTip(what);
    m_undo->setAccessibleDescription(what);
    m_undo->setVisible(!what.isEmpty());
    m_undoKey->setVisible(!what.isEmpty());
}

void StatusLine::say(const QString& sentence, Tone tone)
{
    showWords(sentence, tone);
    m_undo->hide();
    m_undoKey->hide();
}

void StatusLine::setBackup(Tone tone, const QString& text)
{
    const Ink ink = tone == Tone::Bad ? Ink::Bad : tone == Tone::Warn ? Ink::Warn : tone == Tone::Ok ? Ink::Ok : Ink::Text2;
    m_backup->setProperty("ink", static_cast<int>(ink));
    m_backup->setProperty("iconName", tone == Tone::Ok ? QStringLiteral("shield-ok") : tone == Tone::Mute ? QStringLiteral("backup") : QStringLiteral("warning"));
    m_backup->setText(text);
    m_backup->setAccessibleName(text);
    m_backup->setToolTip(tr("Bấm để xem và sao lưu"));
    m_backup->setVisible(!text.isEmpty());
    emit backupChanged();
}

void StatusLine::beginWork(const QString& text, int total)
{
    m_workText->setText(text);
    m_progress->setRange(0, total);
    m_progress->setValue(0);
    m_work->show();
    fitWords();
}

void StatusLine::stepWork(int done, int total, const QString& text)
{
    m_progress->setMaximum(total);
    m_progress->setValue(done);
    m_workText->setText(text);
}

void StatusLine::endWork()
{
    m_work->hide();
    fitWords();
}

}
