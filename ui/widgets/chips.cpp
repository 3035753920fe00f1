// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace thidua::ui {
namespace {

constexpr int kHeight = 20;
constexpr int kIcon = 14;
constexpr int kPad = 7;

QFont chipFont()
{
    return Theme::font(TypeRole::Small);
}

int chipWidth(const QString& text, const QString& icon)
{
    const int words = QFontMetrics(chipFont()).horizontalAdvance(text);
    const int sign = icon.isEmpty() || icon == QLatin1String("-") ? 0 : Theme::px(kIcon) + (text.isEmpty() ? 0 : Theme::px(4));
    return words + sign + 2 * Theme::px(kPad);
}

QRect middle(const QRect& rect, int width)
{
    const int height = Theme::px(kHeight);
    return {rect.x(), rect.y() + (rect.height() - height) / 2, std::min(width, rect.width()), height};
}

}

int paintChip(QPainter& painter, const QRect& rect, Tone tone, const QString& text, const QString& icon, bool ground)
{
    const ToneColors colors = Theme::tokens().tone(tone);
    const QString sign = icon.isEmpty() ? toneIcon(tone) : icon == QLatin1String("-") ? QString() : icon;
    const QRect box = middle(rect, chipWidth(text, sign));
    painter.save();
    if (ground)
        paintFrame(painter, box, colors.ground, Qt::transparent, 0, 3);
    int x = box.x() + Theme::px(kPad);
    if (!sign.isEmpty()) {
        const int side = Theme::px(kIcon);
        painter.drawPixmap(x, box.y() + (box.height() - side) / 2, iconPixmap(sign, colors.text, side, painter.device()->devicePixelRatioF()));
        x += side + Theme::px(4);
    }
    painter.setFont(chipFont());
    painter.setPen(colors.text);
    const QRect words(x, box.y(), box.right() - x + 1, box.height());
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    painter.restore();
    return box.width();
}

int paintOutlineChip(QPainter& painter, const QRect& rect, const QString& text)
{
    const Tokens& t = Theme::tokens();
    const QRect box = middle(rect, chipWidth(text, {}));
    painter.save();
    paintFrame(painter, box, t.surf, t.line2, 1, 3);
    painter.setFont(chipFont());
    painter.setPen(t.text);
    const QRect words = box.adjusted(Theme::px(kPad), 0, -Theme::px(kPad) + 1, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width() + 1));
    painter.restore();
    return box.width();
}

Chip::Chip(Tone tone, const QString& text, const QString& icon, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(tone, text, icon);
}

void Chip::set(Tone tone, const QString& text, const QString& icon)
{
    m_tone = tone;
    m_text = text;
    m_icon = icon.isEmpty() ? toneIcon(tone) : icon;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {chipWidth(m_text, m_icon), Theme::px(kHeight)};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_tone, m_text, m_icon, true);
}

OutlineChip::OutlineChip(const QString& text, QWidget* parent) : QWidget(parent), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

QSize OutlineChip::sizeHint() const
{
    return {chipWidth(m_text, {}), Theme::px(kHeight)};
}

void OutlineChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintOutlineChip(painter, rect(), m_text);
}

}
