// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quota_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace thidua::ui {
namespace {

/// The width's meaning: room beyond the line, so that “over” can be seen.
double fullOf(const QuotaState& state)
{
    if (state.full > 0)
        return state.full;
    if (state.kind == QuotaState::Kind::Target)
        return std::max({state.line, state.value, 1.0});
    return std::max({state.line * 5 / 3, state.value * 1.15, 1.0});
}

/// Whole diagonal lines with a frame: the part beyond what the law allows.
void paintOver(QPainter& painter, const QRect& rect)
{
    const Tokens& t = Theme::tokens();
    painter.save();
    painter.fillRect(rect, t.surf);
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.bad.bar, 1.2));
    for (int x = rect.left() - rect.height(); x < rect.right() + rect.height(); x += Theme::px(6))
        painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + rect.height(), rect.top()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(t.bad.bar);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

}

Tone QuotaState::tone() const
{
    if (unknown)
        return Tone::Warn;
    if (kind == Kind::Target)
        return value >= line ? Tone::Ok : Tone::Warn;
    return value > line ? Tone::Bad : Tone::Ok;
}

QString QuotaState::icon() const
{
    switch (tone()) {
    case Tone::Bad: return QStringLiteral("warning");
    case Tone::Warn: return unknown ? QStringLiteral("question") : QStringLiteral("clock");
    default: return QStringLiteral("check");
    }
}

QString QuotaState::shownWords() const
{
    if (!words.isEmpty())
        return words;
    const auto n = [](double v) { return QString::number(v, 'g', 6).replace(QLatin1Char('.'), QLatin1Char(',')); };
    const QString counts = QStringLiteral("%1 / %2").arg(n(value), unknown ? QStringLiteral("?") : n(line));
    if (unknown)
        return counts;
    if (kind == Kind::Target)
        return value >= line ? QuotaBar::tr("%1 — đạt").arg(counts) : QuotaBar::tr("%1 — còn %2").arg(counts, n(line - value));
    if (value > line)
        return QuotaBar::tr("%1 — vượt %2").arg(counts, n(value - line));
    return value < line ? QuotaBar::tr("%1 — còn %2").arg(counts, n(line - value)) : QuotaBar::tr("%1 — vừa đủ").arg(counts);
}

void paintQuotaBar(QPainter& painter, const QRect& rect, const QuotaState& state, Tone fill)
{
    const Tokens& t = Theme::tokens();
    const int overhang = Theme::px(3);
    const QRect bar = rect.adjusted(0, overhang, 0, -overhang);
    const double full = fullOf(state);
    const auto at = [&](double v) { return bar.left() + static_cast<int>(std::lround(bar.width() * std::clamp(v / full, 0.0, 1.0))); };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPainterPath rounded;
    rounded.addRoundedRect(bar, 2, 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(rounded, fill == Tone::Mute ? t.line : t.mute.ground);
    painter.setClipPath(rounded);
    const bool over = state.kind == QuotaState::Kind::Limit && !state.unknown && state.value > state.line;
    const int lineX = at(state.line);
    const int end = at(over ? state.line : state.value);
    painter.fillRect(QRect(bar.left(), bar.top(), end - bar.left(), bar.height()), t.tone(fill).bar);
    painter.restore();
    if (over)
        paintOver(painter, QRect(lineX, bar.top(), std::max(at(state.value) - lineX, Theme::px(4)), bar.height()));
    if (!state.unknown) {
        const int width = Theme::px(2);
        painter.fillRect(QRect(std::min(lineX - width / 2, rect.right() - width + 1), rect.top(), width, rect.height()), t.text);
    }
    painter.restore();
}

QuotaBar::QuotaBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QuotaBar::set(const QuotaState& state)
{
    m_state = state;
    setAccessibleName(state.label.isEmpty() ? state.shownWords() : QStringLiteral("%1: %2").arg(state.label, state.shownWords()));
    update();
}

QSize QuotaBar::sizeHint() const
{
    return {Theme::px(80), Theme::px(10 + 6)};
}

void QuotaBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool behind = m_state.kind == QuotaState::Kind::Target && m_state.tone() == Tone::Warn;
    paintQuotaBar(painter, rect(), m_state, behind ? Tone::Warn : Tone::Ok);
}

QuotaView::QuotaView(const QuotaState& state, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(2));
    m_row = new QBoxLayout(QBoxLayout::LeftToRight);
    m_row->setSpacing(Theme::px(6));
    m_label = new Label({}, TypeRole::Text, Ink::Text, this);
    m_label->setMinimumWidth(1);
    auto* holder = new QWidget(this);
    m_wordsRow = new QHBoxLayout(holder);
    m_wordsRow->setContentsMargins(0, 0, 0, 0);
    m_wordsRow->setSpacing(Theme::px(6));
    m_icon = new QLabel(holder);
    m_words = new Label({}, TypeRole::Strong, Ink::Ok, holder);
    m_words->setMinimumWidth(1);
    m_wordsRow->addWidget(m_icon);
    m_wordsRow->addWidget(m_words);
    m_wordsRow->addStretch();
    m_bar = new QuotaBar(this);
    m_row->addWidget(m_label, 1);
    m_row->addWidget(holder);
    column->addLayout(m_row);
    column->addWidget(m_bar);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    set(state);
}

void QuotaView::set(const QuotaState& state)
{
    const Tone tone = state.tone();
    const Ink ink = tone == Tone::Bad ? Ink::Bad : tone == Tone::Warn ? Ink::Warn : Ink::Ok;
    m_label->setText(state.label);
    m_words->setText(state.shownWords());
    m_words->setInk(ink);
    auto* sign = makeIconLabel(state.icon(), ink, 14, this);
    delete m_wordsRow->replaceWidget(m_icon, sign);
    delete m_icon;
    m_icon = sign;
    m_bar->set(state);
    fit();
}

void QuotaView::fit()
{
    // Where both do not fit side by side (small windows, large text), the words get a line of their own.
    const int needed = m_label->sizeHint().width() + m_words->sizeHint().width() + Theme::px(14 + 18);
    const auto direction = needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_row->direction() == direction)
        return;
    m_row->setDirection(direction);
    m_row->setSpacing(direction == QBoxLayout::TopToBottom ? 0 : Theme::px(6));
    updateGeometry();
}

void QuotaView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

QuotaStrip::QuotaStrip(QWidget* parent) : QFrame(parent)
{
    setProperty("card", "1");
    setMinimumHeight(Theme::px(54));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(Theme::px(16), Theme::px(6), Theme::px(16), Theme::px(6));
    m_row->setSpacing(Theme::px(16));
}

void QuotaStrip::set(const std::vector<QuotaState>& states)
{
    if (states.size() != m_views.size()) {
        while (auto* item = m_row->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        m_views.clear();
        for (std::size_t i = 0; i < states.size(); ++i) {
            if (i > 0) {
                auto* rule = makeRule(this);
                rule->setFixedSize(1, Theme::px(36));
                m_row->addWidget(rule);
            }
            m_views.push_back(new QuotaView(states[i], this));
            m_row->addWidget(m_views.back(), 1);
        }
    }
    for (std::size_t i = 0; i < states.size(); ++i)
        m_views[i]->set(states[i]);
    setVisible(!states.empty());
}

void QuotaStrip::mouseReleaseEvent(QMouseEvent* event)
{
    for (std::size_t i = 0; i < m_views.size(); ++i)
        if (m_views[i]->geometry().contains(event->pos()))
            emit clicked(static_cast<int>(i));
}

}
