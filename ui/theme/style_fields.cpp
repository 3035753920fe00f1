// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the style that draws what one types in and ticks.
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>

namespace thidua::ui {
namespace {

bool isTypedArea(const QWidget* widget)
{
    return qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
}

void paintRadio(QPainter& painter, const QRect& rect, const QStyleOption& option)
{
    const Tokens& t = Theme::tokens();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = Theme::px(16);
    const QRectF circle(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2, side, side);
    const double width = on || focus ? 2 : 1;
    painter.setPen(QPen(!enabled ? t.line2 : on || focus ? t.accent : t.field, width));
    painter.setBrush(enabled ? t.surf : t.head);
    painter.drawEllipse(circle.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    if (focus) {
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle.adjusted(-1, -1, 1, 1));
    }
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? t.accent : t.text3);
        const double inset = side / 4;
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

Qt::CheckState checkState(const QStyleOption& option)
{
    if (option.state.testFlag(QStyle::State_NoChange))
        return Qt::PartiallyChecked;
    return option.state.testFlag(QStyle::State_On) ? Qt::Checked : Qt::Unchecked;
}

void paintCombo(QPainter& painter, const QStyleOptionComboBox& option, const QWidget* widget)
{
    const bool readOnly = widget && widget->property("readOnly").toBool();
    paintField(painter, option.rect, option, widget, readOnly);
    if (readOnly)
        return;
    const int side = Theme::px(14);
    const QColor color = Theme::tokens().ink(option.state.testFlag(QStyle::State_Enabled) ? Ink::Text : Ink::Text3);
    painter.drawPixmap(option.rect.right() - side - Theme::px(7), option.rect.y() + (option.rect.height() - side) / 2,
                       iconPixmap(QStringLiteral("chevron-down"), color, side, painter.device()->devicePixelRatioF()));
}

}

void paintField(QPainter& painter, const QRect& rect, const QStyleOption& option, const QWidget* widget, bool readOnly)
{
    const Tokens& t = Theme::tokens();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool wrong = widget && widget->property("wrong").toBool();
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const bool small = widget && widget->property("small").toBool();
    QColor border = !enabled || readOnly ? t.line2 : t.field;
    if (focus)
        border = t.accent;
    if (wrong)
        border = t.bad.bar;
    const bool quiet = !enabled || readOnly || (!focus && widget && widget->property("quietGround").toBool());
    paintFrame(painter, rect, quiet ? t.head : t.surf, border, focus || wrong ? 2 : 1, small ? 2 : 3);
}

void paintTickBox(QPainter& painter, const QRect& rect, Qt::CheckState state, bool enabled, bool focus)
{
    const Tokens& t = Theme::tokens();
    const int side = Theme::px(15);
    const QRect box(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
    const bool on = state != Qt::Unchecked;
    const QColor ground = !enabled ? t.head : on ? t.accent : t.surf;
    paintFrame(painter, box, ground, !enabled ? t.line2 : on ? t.accent : t.field, 1, 3);
    if (focus)
        paintFrame(painter, box.adjusted(-2, -2, 2, 2), Qt::transparent, t.accent, 2, 4);
    if (!on)
        return;
    const QString sign = state == Qt::Checked ? QStringLiteral("check") : QStringLiteral("minus");
    const int px = side - Theme::px(2);
    painter.drawPixmap(box.x() + (side - px) / 2, box.y() + (side - px) / 2,
                       iconPixmap(sign, enabled ? t.onAccent : t.text3, px, painter.device()->devicePixelRatioF()));
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            const int pad = Theme::px(widget && widget->property("small").toBool() ? 4 : 8);
            return option->rect.adjusted(pad, 1, -pad, -1);
        }
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const int arrow = Theme::px(26);
        const QRect rect = option->rect;
        if (sub == SC_ComboBoxArrow)
            return visualRect(option->direction, rect, QRect(rect.right() - arrow + 1, rect.y(), arrow, rect.height()));
        if (sub == SC_ComboBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(Theme::px(6), 1, -arrow, -1));
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool focus = option->state.testFlag(State_HasFocus);
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            paintField(*painter, option->rect, *option, widget, option->state.testFlag(State_ReadOnly));
        return;
    }
    case PE_FrameLineEdit: return;
    case PE_Frame:
        if (isTypedArea(widget)) {
            paintField(*painter, option->rect, *option, widget, static_cast<const QPlainTextEdit*>(widget)->isReadOnly());
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintTickBox(*painter, option->rect, checkState(*option), option->state.testFlag(State_Enabled), focus && element == PE_IndicatorCheckBox);
        return;
    case PE_IndicatorRadioButton: paintRadio(*painter, option->rect, *option); return;
    case PE_FrameFocusRect:
        // Ticks and radio buttons show the focus on their box; everything else here draws its own.
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_ComboBox && combo) {
        paintCombo(*painter, *combo, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

}
