// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell.h"

#include <QStyledItemDelegate>

namespace thidua::ui {

/// Paints every kind of cell, in lists and grids, from CellRole. Hovered row and selection come from the option and the view.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);
    /// Grids: vertical hairlines, and the current row's frozen columns are tinted.
    void setGrid(bool grid) { m_grid = grid; }
    void setHoveredRow(int row) { m_hoveredRow = row; }
    int hoveredRow() const { return m_hoveredRow; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The width that the cell's content needs.
    static int neededWidth(const Cell& cell);

protected:
    virtual bool isTinted(const QModelIndex& index) const;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Cell& cell) const;
    void paintFrames(QPainter& painter, const QStyleOptionViewItem& option, const Cell& cell) const;
    bool m_grid = false;
    int m_hoveredRow = -1;
};

}
