// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QString>

class QAction;
class QDialog;

namespace thidua::ui {

enum class ButtonKind {
    Normal,
    Primary, ///< one per zone: page head, panel form, foot of a dialog
    Danger,  ///< destroys or withdraws something; stands at the far right
    Link,    ///< looks like a link
    Quiet    ///< without a frame: toolbars of tables
};

/// A button with verb and icon, 32 px high. Its accessible name is its text.
QPushButton* makeButton(const QString& text, const QString& icon = {}, ButtonKind kind = ButtonKind::Normal, QWidget* parent = nullptr);
/// A button that follows `action`: text, icon, enabled, visible and tooltip.
QPushButton* makeButton(QAction* action, ButtonKind kind = ButtonKind::Normal, QWidget* parent = nullptr);
/// A square button with an icon alone; `name` is its accessible name and tooltip.
QPushButton* makeIconButton(const QString& icon, const QString& name, ButtonKind kind = ButtonKind::Normal, QWidget* parent = nullptr);
void setKind(QPushButton* button, ButtonKind kind);
/// 26 px high, in cards, messages and rows.
QPushButton* compact(QPushButton* button);
/// “Thôi” at the foot of a dialog, which leaves it as Esc does. Enter never presses it.
QPushButton* makeCancelButton(QDialog* dialog, const QString& name, QWidget* parent);
/// The button that writes a form: Ctrl+S presses it.
QPushButton* saving(QPushButton* button);
/// The button of a dialog that prints what the dialog is about, or shows it before printing: Ctrl+P presses it.
QPushButton* printing(QPushButton* button);
/// The visible button that writes the form in which `focus` stands, else the only one of `page`; null without a form.
QPushButton* savingButton(const QWidget& page, const QWidget* focus);
/// Gives an action an icon by name, so that buttons made from it can colour it.
void setIconName(QAction* action, const QString& icon);

}
