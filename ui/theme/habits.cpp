// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/habits.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

namespace thidua::ui {
namespace {

constexpr const char* kEntered = "enteredByPerson";

/// The field whose value a wheel over `widget` would change; the line inside a spin box belongs to the box.
QWidget* wheelField(QWidget* widget)
{
    for (QWidget* at = widget; at; at = at->parentWidget()) {
        if (qobject_cast<QComboBox*>(at) || qobject_cast<QAbstractSpinBox*>(at))
            return at;
        if (at->isWindow())
            return nullptr;
    }
    return nullptr;
}

bool isByPerson(Qt::FocusReason reason)
{
    return reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason;
}

void watchFocus(QWidget& widget, const QEvent& event)
{
    QWidget* field = wheelField(&widget);
    if (!field)
        return;
    if (event.type() == QEvent::Polish && field == &widget) {
        if (field->focusPolicy() == Qt::WheelFocus) // the wheel would give itself the focus first
            field->setFocusPolicy(Qt::StrongFocus);
        return;
    }
    if (event.type() == QEvent::MouseButtonPress)
        field->setProperty(kEntered, true);
    const auto reason = event.type() == QEvent::MouseButtonPress ? Qt::MouseFocusReason : static_cast<const QFocusEvent&>(event).reason();
    if (event.type() == QEvent::FocusIn && isByPerson(reason))
        field->setProperty(kEntered, true);
    // A list that opens takes the focus for a while, and so does another window.
    if (event.type() == QEvent::FocusOut && reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
        field->setProperty(kEntered, false);
}

QPushButton* mainButton(const QWidget& dialog)
{
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->isDefault() && button->isVisible())
            return button;
    return nullptr;
}

}

bool Habits::onWheel(QWidget& widget, QEvent& event)
{
    QWidget* field = wheelField(&widget);
    if (!field || (field->property(kEntered).toBool() && (field->hasFocus() || field->isAncestorOf(QApplication::focusWidget()))))
        return false;
    event.ignore(); // goes on to what scrolls
    return true;
}

bool Habits::onKey(QWidget& widget, QKeyEvent& event)
{
    if (!widget.isVisible()) {
        QWidget* window = widget.window();
        if (window && window->isVisible()) { // hidden with its page or panel: what one types belongs to what one sees
            widget.clearFocus();
            return true;
        }
        return false;
    }
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    auto* button = qobject_cast<QPushButton*>(&widget);
    if (button && enter && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        if (event.isAutoRepeat() || !button->isEnabled())
            return true;
        if (button->menu())
            button->showMenu();
        else
            button->click();
        return true;
    }
    auto* dialog = qobject_cast<QDialog*>(widget.window());
    if (dialog && event.matches(QKeySequence::Save)) {
        if (auto* main = mainButton(*dialog); main && main->isEnabled())
            main->click();
        return true;
    }
    return false;
}

bool Habits::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::Polish:
    case QEvent::MouseButtonPress:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        break;
    default:
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget)
        return false;
    if (event->type() == QEvent::Wheel)
        return onWheel(*widget, *event);
    if (event->type() == QEvent::KeyPress)
        return onKey(*widget, *static_cast<QKeyEvent*>(event));
    watchFocus(*widget, *event);
    return false;
}

}
