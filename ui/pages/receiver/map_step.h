// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/receiver/receiver_task.h"
#include "ui/kit.h"
#include "ui/widgets/fields.h"

class QGridLayout;
class QVBoxLayout;

namespace thidua::ui {

/// Step 2: who goes into the form, and a line for each of its columns: what the program writes there.
class MapStep : public QWidget {
    Q_OBJECT
public:
    explicit MapStep(QWidget* parent);
    void show(const ReceiverTask& task);
    /// What keeps one from going on; empty when all is well.
    QString problem() const { return m_problem; }
    QWidget* first() const;
signals:
    /// Something was said in the mapping that the step was given.
    void changed();
    /// The form's remembered mapping is to go, or to come back.
    void forgetWanted();
    void recallWanted();

private:
    struct Line {
        ChoiceField* kind = nullptr;
        QComboBox* fixed = nullptr;
        Label* note = nullptr;
    };
    void addHead(const ReceiverTask& task);
    void addColumn(std::size_t column);
    void showLine(std::size_t column);
    void look();
    ReceiverTask m_task;
    QVBoxLayout* m_place;
    QWidget* m_rows = nullptr;
    QGridLayout* m_grid = nullptr;
    std::vector<Line> m_lines;
    bool m_recallable = false;
    QString m_problem;
};

}
