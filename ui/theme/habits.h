// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace thidua::ui {

/// What holds for every field, button and dialog of the program, in one place:
/// - a drop-down, spin box or date takes the wheel only after the person has gone into it, by a click or by Tab; else the form scrolls;
/// - Enter presses the button that has the focus, never another one;
/// - Ctrl+S in a dialog presses its main button, Ctrl+P the one that prints; a dialog without one says so;
/// - a dialog is never larger than the screen;
/// - keys never reach a widget that is not to be seen.
class Habits : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool onKey(QWidget& widget, class QKeyEvent& event);
    bool onWheel(QWidget& widget, QEvent& event);
};

}
