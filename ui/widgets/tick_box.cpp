// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tick_box.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace thidua::ui {

TickBox::TickBox(const QString& text, QWidget* parent)
    : QCheckBox(text, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int TickBox::wordsLeft() const
{
    return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this)
        + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
}

QRect TickBox::wordsIn(int width) const
{
    return fontMetrics().boundingRect(QRect(0, 0, std::max(1, width - wordsLeft()), 10000), Qt::TextWordWrap | Qt::AlignLeft, text());
}

int TickBox::heightForWidth(int width) const
{
    const int box = std::max(style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this), QCheckBox::sizeHint().height());
    return text().isEmpty() ? box : std::max(box, wordsIn(width).height());
}

QSize TickBox::minimumSizeHint() const
{
    if (text().isEmpty())
        return QCheckBox::minimumSizeHint();
    int longest = 0; // a word is never broken
    for (const QString& word : text().split(QLatin1Char(' ')))
        longest = std::max(longest, fontMetrics().horizontalAdvance(word));
    return { wordsLeft() + longest, QCheckBox::minimumSizeHint().height() };
}

void TickBox::paintEvent(QPaintEvent* event)
{
    if (text().isEmpty() || fontMetrics().horizontalAdvance(text()) <= width() - wordsLeft())
        return QCheckBox::paintEvent(event);
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this);
    option.rect = QRect(0, 0, style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this), side);
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, this);
    painter.setPen(isEnabled() ? Theme::tokens().text : Theme::tokens().text3);
    painter.drawText(QRect(wordsLeft(), std::max(0, (side - fontMetrics().lineSpacing()) / 2), width() - wordsLeft(), height()),
        Qt::TextWordWrap | Qt::AlignLeft, text());
}

}
