// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace thidua::ui {

/// What belongs here and the next two sensible actions, shown in place of an empty list.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    /// `main` and `second` may be null. `hint` is one last line, rich text (“… bấm <b>Ctrl+V</b>”).
    EmptyState(const QString& icon, const QString& title, const QString& text, QAction* main = nullptr, QAction* second = nullptr,
               const QString& hint = {}, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* m_icon;
};

}
