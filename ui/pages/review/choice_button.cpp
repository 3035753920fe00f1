// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/choice_button.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace thidua::ui {
namespace {

constexpr int kSign = 20, kChoicePad = 12, kGap = 8, kKeyRoom = 22;

}

ChoiceButton::ChoiceButton(const QString& words, const QString& key, QWidget* parent) : QAbstractButton(parent), m_key(key)
{
    setText(words);
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus); // the list of lines has the keyboard
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ChoiceButton::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(TypeRole::BallotText));
    return {metrics.horizontalAdvance(text()) + Theme::px(kChoicePad + kSign + kGap + kKeyRoom + 8), Theme::px(46)};
}

void ChoiceButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = Theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int border = isChecked() ? 2 : 1;
    const qreal inset = border / 2.0;
    painter.setPen(QPen(isChecked() ? t.accent : t.field, border));
    painter.setBrush(isChecked() ? t.sel : underMouse() ? t.hover : t.surf);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    const int side = Theme::px(kSign);
    painter.drawPixmap(Theme::px(kChoicePad), (height() - side) / 2,
                       iconPixmap(isChecked() ? QStringLiteral("radio-on") : QStringLiteral("radio-off"), isChecked() ? t.accent : t.field, side, devicePixelRatioF()));
    auto font = Theme::font(TypeRole::BallotText);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(t.text);
    const int left = Theme::px(kChoicePad + kSign + kGap);
    painter.drawText(QRect(left, 0, width() - left - Theme::px(kKeyRoom), height()), Qt::AlignVCenter, text());
    painter.setFont(Theme::font(TypeRole::Badge));
    painter.setPen(t.text2);
    painter.drawText(QRect(width() - Theme::px(kKeyRoom), 0, Theme::px(kKeyRoom - 8), height()), Qt::AlignVCenter | Qt::AlignRight, m_key);
}

}
