// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace thidua::ui {
namespace {

Ink inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return Ink::Ok;
    case Tone::Warn: return Ink::Warn;
    case Tone::Bad: return Ink::Bad;
    default: return Ink::Info;
    }
}

QString signOf(Tone tone)
{
    return tone == Tone::Ok ? QStringLiteral("check") : tone == Tone::Info ? QStringLiteral("info") : QStringLiteral("warning");
}

}

MessageBar::MessageBar(const Message& message, QWidget* parent) : QFrame(parent), m_message(message)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(message.title.isEmpty() ? message.text : message.title);
    setAccessibleDescription(message.text);
    setMinimumHeight(Theme::px(52));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(16), Theme::px(7), Theme::px(12), Theme::px(7));
    row->setSpacing(Theme::px(12));
    row->addWidget(makeIconLabel(signOf(message.tone), inkOf(message.tone), 20, this), 0, Qt::AlignVCenter);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    if (!message.title.isEmpty())
        texts->addWidget(makeWrapped(message.title, TypeRole::Strong, inkOf(message.tone), this));
    if (!message.text.isEmpty())
        texts->addWidget(makeWrapped(message.text, TypeRole::Text, Ink::Text, this));
    row->addLayout(texts, 1);
    addActions(row);
}

void MessageBar::addActions(QHBoxLayout* row)
{
    for (const auto& action : m_message.actions) {
        auto* button = compact(makeButton(action.text, action.icon, ButtonKind::Normal, this));
        connect(button, &QPushButton::clicked, this, [run = action.run] { run(); });
        row->addWidget(button);
    }
    if (!m_message.closable)
        return;
    auto* close = compact(makeIconButton(QStringLiteral("close"), tr("Đóng thông báo"), ButtonKind::Quiet, this));
    connect(close, &QPushButton::clicked, this, &MessageBar::closed);
    row->addWidget(close);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const Tokens& t = Theme::tokens();
    const ToneColors colors = t.tone(m_message.tone);
    QPainter painter(this);
    paintFrame(painter, rect(), colors.ground, hasFocus() ? t.accent : colors.bar, hasFocus() ? 2 : 1, 3);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath whole;
    whole.addRoundedRect(rect(), Theme::px(3), Theme::px(3));
    painter.setClipPath(whole);
    painter.fillRect(QRect(0, 0, Theme::px(4), height()), colors.bar);
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && m_message.closable)
        emit closed();
    else
        QFrame::keyPressEvent(event);
}

MessageArea::MessageArea(QWidget* parent) : QWidget(parent)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, Theme::px(12));
    m_layout->setSpacing(Theme::px(8));
    hide();
}

MessageBar* MessageArea::show(const Message& message)
{
    if (!message.key.isEmpty())
        remove(message.key);
    auto* bar = new MessageBar(message, this);
    connect(bar, &MessageBar::closed, this, [this, bar] { drop(bar); });
    m_bars.push_back(bar);
    m_layout->addWidget(bar);
    setVisible(true);
    return bar;
}

void MessageArea::remove(const QString& key)
{
    const auto bars = m_bars;
    for (auto* bar : bars)
        if (bar->key() == key)
            drop(bar);
}

void MessageArea::clear()
{
    while (!m_bars.empty())
        drop(m_bars.back());
}

bool MessageArea::focusNewest()
{
    if (m_bars.empty())
        return false;
    m_bars.back()->setFocus(Qt::TabFocusReason);
    return true;
}

void MessageArea::drop(MessageBar* bar)
{
    m_bars.erase(std::remove(m_bars.begin(), m_bars.end(), bar), m_bars.end());
    m_layout->removeWidget(bar);
    bar->hide();
    bar->deleteLater();
    setVisible(!m_bars.empty());
}

}
