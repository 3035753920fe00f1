// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/habits.h"

#include "ui/widgets/buttons.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QToolTip>

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

template <class Test>
QPushButton* visibleButton(const QWidget& dialog, Test test)
{
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->isVisible() && test(*button))
            return button;
    return nullptr;
}

void press(QAbstractButton& button)
{
    auto* push = qobject_cast<QPushButton*>(&button);
    auto* tool = qobject_cast<QToolButton*>(&button);
    if (push && push->menu())
        push->showMenu();
    else if (tool && tool->menu())
        tool->showMenu();
    else
        button.click();
}

/// Never larger than the screen has room for, with the frame of the window: what is beyond would be out of reach.
void fitOnScreen(QWidget& dialog)
{
    if (!dialog.screen())
        return;
    const QRect room = dialog.screen()->availableGeometry().adjusted(4, 1, -4, -37);
    if (dialog.width() > room.width() || dialog.height() > room.height())
        dialog.resize(dialog.size().boundedTo(room.size()));
    QRect now = dialog.geometry();
    if (!dialog.testAttribute(Qt::WA_Moved)) // shown for the first time: in the middle of what it asks about
        now.moveCenter(dialog.parentWidget() ? dialog.parentWidget()->window()->geometry().center() : room.center());
    const QPoint corner(std::clamp(now.x(), room.left(), std::max(room.left(), room.right() - now.width())),
                        std::clamp(now.y(), room.top(), std::max(room.top(), room.bottom() - now.height())));
    if (corner != dialog.geometry().topLeft())
        dialog.move(corner);
}

void printFrom(QDialog& dialog)
{
    auto* button = visibleButton(dialog, [](const QPushButton& one) { return one.property("prints").toBool(); });
    if (!button)
        QToolTip::showText(dialog.mapToGlobal(QPoint(24, 24)), Habits::tr("Cửa sổ này không có bản in."), &dialog);
    else if (button->isEnabled())
        button->click();
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
    auto* button = qobject_cast<QAbstractButton*>(&widget);
    if (button && !qobject_cast<QPushButton*>(button) && !qobject_cast<QToolButton*>(button))
        button = nullptr; // ticks have the space bar
    if (button && enter && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        if (event.isAutoRepeat() || !button->isEnabled())
            return true;
        press(*button);
        return true;
    }
    auto* dialog = qobject_cast<QDialog*>(widget.window());
    if (dialog && event.matches(QKeySequence::Save)) {
        auto* main = visibleButton(*dialog, [](const QPushButton& one) { return one.isDefault(); });
        if (!main) // Enter belongs to a table there, but the button that does what the dialog is for is plain to see
            main = visibleButton(*dialog, [](const QPushButton& one) { return one.property("kind").toInt() == static_cast<int>(ButtonKind::Primary); });
        if (main && main->isEnabled())
            main->click();
        return true;
    }
    if (dialog && event.matches(QKeySequence::Print)) {
        printFrom(*dialog);
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
    case QEvent::Show:
        break;
    default:
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget)
        return false;
    if (event->type() == QEvent::Show) {
        if (widget->isWindow() && qobject_cast<QDialog*>(widget))
            fitOnScreen(*widget);
        return false;
    }
    if (event->type() == QEvent::Wheel)
        return onWheel(*widget, *event);
    if (event->type() == QEvent::KeyPress)
        return onKey(*widget, *static_cast<QKeyEvent*>(event));
    watchFocus(*widget, *event);
    return false;
}

}
