// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_link.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

namespace thidua::ui {
namespace {

int linkPadding()
{
    return Theme::px(3);
}

}

WrappedLink::WrappedLink(const QString& text, QWidget* parent) : QPushButton(text, parent)
{
    setProperty("kind", static_cast<int>(ButtonKind::Link));
    setAccessibleName(text);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    restyle();
}

void WrappedLink::restyle()
{
    m_busy = true;
    setFont(Theme::font(TypeRole::Small));
    m_busy = false;
}

QRect WrappedLink::wordsIn(int width) const
{
    constexpr int kTall = 1000;
    return fontMetrics().boundingRect(QRect(0, 0, std::max(1, width - 2 * linkPadding()), kTall), Qt::TextWordWrap, text());
}

int WrappedLink::heightForWidth(int width) const
{
    return std::max(Theme::px(20), wordsIn(width).height());
}

QSize WrappedLink::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * linkPadding() + 1, Theme::px(20)};
}

QSize WrappedLink::minimumSizeHint() const
{
    int widest = 0;
    for (const auto& word : text().split(QLatin1Char(' ')))
        widest = std::max(widest, fontMetrics().horizontalAdvance(word));
    return {widest + 2 * linkPadding() + 1, Theme::px(20)};
}

void WrappedLink::paintEvent(QPaintEvent*)
{
    const Tokens& t = Theme::tokens();
    QPainter painter(this);
    if (hasFocus())
        paintFrame(painter, rect(), Qt::transparent, t.accent, 2, 3);
    QFont words = font();
    words.setUnderline(isEnabled() && underMouse());
    painter.setFont(words);
    painter.setPen(isEnabled() ? t.accent : t.text3);
    painter.drawText(rect().adjusted(linkPadding(), 0, -linkPadding(), 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, text());
}

void WrappedLink::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !m_busy)
        restyle();
}

}
