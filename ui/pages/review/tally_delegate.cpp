// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/tally_delegate.h"

#include <QPainter>

namespace thidua::ui {
namespace {

/// One cell as a model, so that the kit's delegate can paint it.
class OneCell final : public QAbstractListModel {
public:
    explicit OneCell(Cell cell, bool group) : m_cell(std::move(cell)), m_group(group) {}
    int rowCount(const QModelIndex&) const override { return 1; }
    QVariant data(const QModelIndex&, int role) const override
    {
        if (role == CellRole)
            return QVariant::fromValue(m_cell);
        if (role == GroupRole)
            return m_group;
        if (role == Qt::TextAlignmentRole)
            return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
        return {};
    }

private:
    Cell m_cell;
    bool m_group;
};

}

TallyDelegate::TallyDelegate(QObject* parent) : CellDelegate(parent)
{
    setGrid(false);
}

void TallyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const qint64 row = index.data(IdRole).toLongLong();
    const OneCell cell(m_cells.value({row, index.column()}), row < 0);
    CellDelegate::paint(painter, option, cell.index(0));
}

}
