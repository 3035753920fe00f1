// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/receiver/receiver_task.h"
#include "ui/kit.h"

class QVBoxLayout;

namespace thidua::ui {

/// Step 4: the lines as they will stand in the form, the cells that stay empty with why.
class LinesStep : public QWidget {
    Q_OBJECT
public:
    explicit LinesStep(QWidget* parent);
    void show(const ReceiverTask& task);
    QWidget* first() const { return m_grid; }

private:
    void fill();
    ReceiverTask m_task;
    Label* m_summary;
    Label* m_notes;
    SegmentBar* m_segments;
    QVBoxLayout* m_place;
    GridTable* m_grid = nullptr;
    std::vector<std::size_t> m_columns;
};

/// Step 5: where the filled form is.
class FilledStep : public QWidget {
    Q_OBJECT
public:
    explicit FilledStep(QWidget* parent);
    void show(const ReceiverTask& task, const std::filesystem::path& target);
    QWidget* first() const { return m_open; }
signals:
    void anotherWanted();

private:
    std::filesystem::path m_target;
    Label* m_title;
    Label* m_file;
    Label* m_rest;
    QPushButton* m_open;
    QPushButton* m_another;
};

}
