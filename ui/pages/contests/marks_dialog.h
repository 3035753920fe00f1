// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/contest_service.h"
#include "ui/models/grid_table.h"
#include "ui/shell/page.h"

#include <QDialog>

namespace thidua::ui {
class Label;
}

namespace thidua::ui::follow {

/// The marks of a contest: a line for each entry by its code, a column for each judge; whose an entry is does not show. Each mark is written
/// as it is typed.
class MarksDialog final : public QDialog {
    Q_OBJECT
public:
    MarksDialog(services::SchoolFile& file, Shell& shell, services::ContestRow contest, QWidget* parent);
    GridTable* grid() const { return m_grid; }

private:
    std::vector<GridColumn> columns() const;
    GridRow rowOf(const services::ContestEntryRow& entry) const;
    void showMarks();
    void write(const QVector<CellEdit>& edits);
    services::SchoolFile& m_file;
    Shell& m_shell;
    services::ContestRow m_contest;
    GridTable* m_grid = nullptr;
    Label* m_state = nullptr;
    Label* m_error = nullptr;
};

}
