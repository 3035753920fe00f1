// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace thidua::ui {

class ArrangedModel;
class CellDelegate;
class RecordTable;

/// The rows of a RecordTable: paints group rows over the whole width and the bar of selected rows, and passes keys to the table.
class RecordView : public QTableView {
    Q_OBJECT
public:
    RecordView(RecordTable* table, ArrangedModel* model, CellDelegate* delegate);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyboardSearch(const QString& search) override;

private:
    void paintGroup(QPainter& painter, int row) const;
    /// The row's ground right of the last column.
    void paintBeyond(QPainter& painter, int row, int x) const;
    void hover(int row);
    RecordTable* m_table;
    ArrangedModel* m_arranged;
    CellDelegate* m_cells;
};

}
