// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell_delegate.h"

#include <QAbstractListModel>
#include <QHash>

namespace thidua::ui {

/// Paints the columns of the count that are not figures: name in two lines, bar, result, and the heads of the groups.
/// The cells are kept here by row id and column, since a grid's own cells are texts.
class TallyDelegate : public CellDelegate {
    Q_OBJECT
public:
    explicit TallyDelegate(QObject* parent);
    void clear() { m_cells.clear(); }
    void setCell(std::int64_t row, int column, const Cell& cell) { m_cells.insert({row, column}, cell); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QHash<std::pair<qint64, int>, Cell> m_cells;
};

}
