// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/intake/import_task.h"
#include "ui/kit.h"

namespace thidua::ui {

/// Step 4: what was written, and what to do with what was not.
class ResultStep : public QWidget {
    Q_OBJECT
public:
    explicit ResultStep(QWidget* parent);
    void show(const ImportTask& task);
    void sayRejectedSaved(const QString& file);
    void sayTakenBack();
    QWidget* first() const;
signals:
    void rejectedWanted();
    void undoWanted();
    void pageWanted();
    void anotherWanted();

private:
    Label* m_title;
    Label* m_counts;
    Label* m_rest;
    Label* m_gaps;
    QPushButton* m_rejected;
    QPushButton* m_undo;
    QPushButton* m_page;
};

}
