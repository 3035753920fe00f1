// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/grid_model.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace thidua::ui {

/// The list under a cell that is being typed into: what its letters may mean. It never takes the keyboard; the cell's editor moves in it
/// by the arrows while there is something to choose.
class ChoiceHints : public QFrame {
    Q_OBJECT
public:
    /// Goes with `editor`.
    explicit ChoiceHints(QLineEdit& editor);
    void offer(const std::vector<GridChoice>& choices);
    /// False when there is nothing to choose between.
    bool move(int step);
    /// The words of the choice that was moved to; empty when none was.
    QString chosen() const;
    QStringList shown() const;
signals:
    void clicked(const QString& words);

private:
    void place();
    QLineEdit& m_editor;
    QListWidget* m_list;
};

}
