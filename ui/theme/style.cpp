// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTextFormat>

namespace thidua::ui {
namespace {

struct ButtonLook {
    QColor ground, border, text;
    int borderWidth = 1;
};

ButtonKind kindOf(const QWidget* widget)
{
    return widget ? static_cast<ButtonKind>(widget->property("kind").toInt()) : ButtonKind::Normal;
}

bool isFlag(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

ButtonLook plainLook(ButtonKind kind, const QStyleOptionButton& option, Ink ink)
{
    const Tokens& t = Theme::tokens();
    const bool hover = isFlag(option, QStyle::State_MouseOver);
    const bool down = isFlag(option, QStyle::State_Sunken);
    switch (kind) {
    case ButtonKind::Primary:
        return {down ? t.accent.darker(115) : hover ? t.accent.lighter(112) : t.accent, t.accent, t.onAccent};
    case ButtonKind::Link:
        return {Qt::transparent, Qt::transparent, t.ink(ink)};
    case ButtonKind::Quiet:
        return {down ? t.sel : hover ? t.hover : QColor(Qt::transparent), Qt::transparent, t.text};
    case ButtonKind::Danger:
        return {down ? t.bad.ground : hover ? t.hover : t.surf, hover ? t.field : t.line2, t.bad.text};
    case ButtonKind::Normal:
        break;
    }
    return {down ? t.sel : hover ? t.hover : t.surf, hover ? t.field : t.line2, t.text};
}

ButtonLook lookOf(const QStyleOptionButton& option, const QWidget* widget)
{
    const Tokens& t = Theme::tokens();
    const ButtonKind kind = kindOf(widget);
    const bool framed = kind != ButtonKind::Link && kind != ButtonKind::Quiet;
    if (!isFlag(option, QStyle::State_Enabled))
        return {framed ? t.head : QColor(Qt::transparent), framed ? t.line : QColor(Qt::transparent), t.text3};
    const QVariant ink = widget ? widget->property("ink") : QVariant();
    ButtonLook look = plainLook(kind, option, ink.isValid() ? static_cast<Ink>(ink.toInt()) : Ink::Accent);
    if (isFlag(option, QStyle::State_On) && kind != ButtonKind::Primary) {
        look.ground = t.sel;
        look.border = kind == ButtonKind::Quiet ? QColor(Qt::transparent) : t.accent;
    }
    if (isFlag(option, QStyle::State_HasFocus)) {
        look.border = kind == ButtonKind::Primary ? t.text : t.accent;
        look.borderWidth = 2;
    }
    return look;
}

void paintButtonText(QPainter& painter, const QStyleOptionButton& option, const QColor& color, const QWidget* widget)
{
    const bool menu = option.features.testFlag(QStyleOptionButton::HasMenu);
    QRect rect = option.rect.adjusted(0, 0, menu ? -Theme::px(18) : 0, 0);
    const int gap = option.icon.isNull() || option.text.isEmpty() ? 0 : Theme::px(8);
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    painter.setFont(widget ? widget->font() : painter.font());
    const int textWidth = painter.fontMetrics().size(Qt::TextShowMnemonic, option.text).width();
    int x = rect.x() + std::max(0, (rect.width() - iconWidth - gap - textWidth) / 2);
    if (widget && widget->property("leftAligned").toBool())
        x = rect.x() + Theme::px(12);
    if (iconWidth > 0) {
        const QString name = widget ? widget->property("iconName").toString() : QString();
        const int y = rect.y() + (rect.height() - iconWidth) / 2;
        if (name.isEmpty())
            option.icon.paint(&painter, x, y, iconWidth, iconWidth, Qt::AlignCenter, isFlag(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        else
            painter.drawPixmap(x, y, iconPixmap(name, color, iconWidth, painter.device()->devicePixelRatioF()));
    }
    painter.setPen(color);
    const QRect textRect(x + iconWidth + gap, rect.y(), std::max(textWidth, 0), rect.height());
    painter.drawText(textRect, Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
    if (menu) {
        const int side = Theme::px(14);
        painter.drawPixmap(option.rect.right() - side - Theme::px(10), option.rect.y() + (option.rect.height() - side) / 2,
                           iconPixmap(QStringLiteral("chevron-down"), color, side, painter.device()->devicePixelRatioF()));
    }
}

void paintButton(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const ButtonLook look = lookOf(option, widget);
    painter.save();
    paintFrame(painter, option.rect, look.ground, look.border, look.borderWidth, 4);
    paintButtonText(painter, option, look.text, widget);
    painter.restore();
}

QSize buttonSize(const QStyleOptionButton& option, const QWidget* widget)
{
    const ButtonKind kind = kindOf(widget);
    const bool compact = widget && widget->property("compact").toBool();
    const QFontMetrics metrics = widget ? widget->fontMetrics() : option.fontMetrics;
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconWidth > 0 && !option.text.isEmpty() ? Theme::px(8) : 0;
    const int text = metrics.size(Qt::TextShowMnemonic, option.text).width();
    const int height = kind == ButtonKind::Link ? Theme::px(20) : Theme::px(compact ? 26 : 32);
    if (option.text.isEmpty())
        return {height, height};
    const int padding = kind == ButtonKind::Link ? Theme::px(3) : kind == ButtonKind::Quiet ? Theme::px(8) : Theme::px(compact ? 9 : 13);
    const int menu = option.features.testFlag(QStyleOptionButton::HasMenu) ? Theme::px(18) : 0;
    return {text + iconWidth + gap + 2 * padding + menu, height};
}

}

void paintFrame(QPainter& painter, const QRect& rect, const QColor& ground, const QColor& border, int width, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double half = width / 2.0;
    const QRectF line = QRectF(rect).adjusted(half, half, -half, -half);
    painter.setBrush(ground);
    painter.setPen(border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(border, width));
    const double r = Theme::px(radius);
    painter.drawRoundedRect(line, r, r);
    painter.restore();
}

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return Theme::px(20); // the box and room for its focus ring
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return Theme::px(8);
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return Theme::px(16);
    case PM_ScrollBarExtent: return Theme::px(10);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SplitterWidth: return Theme::px(12);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0;
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_TextControl_FocusIndicatorTextCharFormat: // the link that the keyboard has reached
        if (auto* variant = qstyleoption_cast<QStyleHintReturnVariant*>(data)) {
            QTextCharFormat format;
            format.setProperty(QTextFormat::OutlinePen, QPen(Theme::tokens().accent, 2));
            variant->variant = format;
        }
        return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    if (type == CT_PushButton)
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return buttonSize(*button, widget);
    if (type == CT_LineEdit)
        return {size.width() + Theme::px(12), Theme::px(widget && widget->property("small").toBool() ? 24 : 30)};
    if (type == CT_ComboBox)
        return {size.width() + Theme::px(44), Theme::px(30)};
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

namespace {

/// As many whole words as the width takes; a first word that is too long by itself is cut.
QString wholeWords(const QString& text, const QFontMetrics& metrics, int width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    for (auto end = text.lastIndexOf(QLatin1Char(' ')); end > 0; end = text.lastIndexOf(QLatin1Char(' '), end - 1))
        if (const QString words = text.left(end) + QStringLiteral(" …"); metrics.horizontalAdvance(words) <= width)
            return words;
    return metrics.elidedText(text, Qt::ElideRight, width);
}

}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button && element == CE_PushButton) {
        paintButton(*painter, *button, widget);
        return;
    }
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && element == CE_ComboBoxLabel) {
        QStyleOptionComboBox shown = *combo;
        const QRect room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        shown.currentText = wholeWords(combo->currentText, combo->fontMetrics, room.width() - Theme::px(2));
        QProxyStyle::drawControl(element, &shown, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

}
