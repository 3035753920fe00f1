// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/intake/import_task.h"
#include "ui/kit.h"
#include "ui/widgets/fields.h"

namespace thidua::ui {

/// Step 2: a line for each column of the file: its heading, an example, and what it is, which can be corrected.
class ColumnStep : public QWidget {
    Q_OBJECT
public:
    explicit ColumnStep(QWidget* parent);
    void show(const ImportTask& task);
    /// After a choice: whence each column is, and whether two are the same.
    void look(const ImportTask& task);
    /// What keeps one from going on: two columns that are the same, none that names people; empty when all is well.
    QString problem() const { return m_problem; }
    QWidget* first() const;
signals:
    void columnChosen(int column, thidua::services::SheetColumn kind);
    /// Which row is the heading, as the spreadsheet counts; 0: the list has none.
    void headingChosen(int row);

private:
    void showHeading(const ImportTask& task);
    void showOrigins(const ImportTask& task);
    Label* m_lead;
    QWidget* m_headingRow;
    ChoiceField* m_heading;
    QWidget* m_place;
    QWidget* m_rows = nullptr;
    std::vector<ChoiceField*> m_fields;
    std::vector<Label*> m_origins;
    QString m_problem;
};

}
