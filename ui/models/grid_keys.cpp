// SPDX-License-Identifier: GPL-3.0-or-later
// What the keyboard does in a grid: moving, blocks.
#include "ui/models/grid_paste.h"
#include "ui/models/grid_table.h"
#include "ui/models/grid_view.h"
#include "ui/text/qt_text.h"
#include "ui/text/tsv.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>

namespace thidua::ui {
namespace {

/// Of a sheet that is filled in line by line: there Tab goes from one cell to be filled in to the next.
constexpr const char* kMovesOn = "movesOn";
/// Columns, by key, that mostly fill themselves: Tab passes them by where they are filled.
constexpr const char* kMovesPast = "movesPast";

/// The next cell of the line that is typed into, an empty one where it has any left; behind its last one the first empty one of the next
/// line.
QModelIndex nextToFill(const GridModel& model, const QModelIndex& from, int step, const QStringList& past)
{
    for (int column = from.column() + step; step > 0 && column < model.columnCount(); ++column)
        if (model.isEditable(from.row(), column) && model.typedText(from.row(), column).isEmpty())
            return model.index(from.row(), column);
    for (int column = from.column() + step; column >= 0 && column < model.columnCount(); column += step)
        if (model.isEditable(from.row(), column) && !(step > 0 && past.contains(model.columnsInfo()[static_cast<std::size_t>(column)].key)))
            return model.index(from.row(), column);
    for (int row = from.row() + step; row >= 0 && row < model.rowCount(); row += step) {
        QModelIndex first;
        for (int i = 0; i < model.columnCount(); ++i) {
            const int column = step > 0 ? i : model.columnCount() - 1 - i;
            if (!model.isEditable(row, column))
                continue;
            if (!first.isValid() || model.typedText(row, column).isEmpty())
                first = model.index(row, column);
            if (step < 0 || model.typedText(row, column).isEmpty())
                break;
        }
        if (first.isValid())
            return first;
    }
    return {};
}

}

/// Whether a cell has changed by it.
bool GridTable::apply(const QVector<GridModel::Typed>& typed)
{
    if (m_readOnly)
        return false;
    const auto edits = m_model->take(typed);
    if (!edits.isEmpty())
        emit cellsEdited(edits);
    return !edits.isEmpty();
}

GridTable::Block GridTable::block() const
{
    const QModelIndex current = m_view->currentIndex();
    Block block{current.row(), current.column(), current.row(), current.column()};
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes()) {
        block.top = std::min(block.top, index.row());
        block.bottom = std::max(block.bottom, index.row());
        block.left = std::min(block.left, index.column());
        block.right = std::max(block.right, index.column());
    }
    return block;
}

void GridTable::move(int rows, int columns)
{
    const QModelIndex current = m_view->currentIndex();
    int row = std::clamp(current.row() + rows, 0, m_model->rowCount() - 1);
    while (rows != 0 && row >= 0 && m_model->rows()[row].group && row + rows >= 0 && row + rows < m_model->rowCount())
        row += rows; // a heading is passed over
    const int column = std::clamp(current.column() + columns, 0, m_model->columnCount() - 1);
    const bool movesOn = columns != 0 && property(kMovesOn).toBool();
    const QModelIndex index = movesOn ? nextToFill(*m_model, current, columns, property(kMovesPast).toStringList()) : m_model->index(row, column);
    if (!index.isValid())
        return;
    auto* view = m_frozen && m_model->columnsInfo()[static_cast<std::size_t>(index.column())].frozen ? m_frozen : m_view;
    view->setFocus(Qt::OtherFocusReason);
    view->setCurrentIndex(index);
    view->scrollTo(index);
}

bool GridTable::handleKey(QKeyEvent* event)
{
    if (!m_view->currentIndex().isValid())
        return false;
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return true;
    }
    if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier) {
        fillDown();
        return true;
    }
    return event->modifiers() & (Qt::ControlModifier | Qt::AltModifier) ? false : handlePlainKey(event);
}

bool GridTable::handlePlainKey(QKeyEvent* event)
{
    const QModelIndex current = m_view->currentIndex();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const int firstMoving = frozenCount();
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace: clearCells(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_readOnly || !m_model->isEditable(current.row(), current.column()))
            emit activated(current.data(IdRole).toLongLong());
        else
            move(shift ? -1 : 1, 0);
        return true;
    case Qt::Key_Left:
        if (shift || current.column() != firstMoving || firstMoving == 0)
            return false;
        move(0, -1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        // In the view that has the keys the fixed columns are hidden, and Qt goes nowhere from a hidden cell.
        if (shift || current.column() >= firstMoving)
            return false;
        move(event->key() == Qt::Key_Up ? -1 : 1, 0);
        return true;
    case Qt::Key_Right:
        if (shift || current.column() + 1 != firstMoving)
            return false;
        move(0, 1);
        return true;
    default: return false;
    }
}

bool GridTable::handleTab(bool next)
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return false;
    const int step = next ? 1 : -1;
    const int column = current.column() + step;
    const bool stays = property(kMovesOn).toBool() ? nextToFill(*m_model, current, step, property(kMovesPast).toStringList()).isValid() : column >= 0 && column < m_model->columnCount();
    if (stays)
        move(0, step);
    return stays; // else it leaves the grid
}

void GridTable::copy()
{
    const Block b = block();
    QVector<QStringList> rows;
    for (int row = b.top; row <= b.bottom; ++row) {
        QStringList cells;
        for (int column = b.left; column <= b.right; ++column)
            cells << m_model->typedText(row, column);
        rows.push_back(cells);
    }
    if (rows.size() == 1 && rows.first().size() == 1)
        QApplication::clipboard()->setText(rows.first().first());
    else
        QApplication::clipboard()->setText(toTsv(rows));
}

/// One value goes into every selected cell.
void GridTable::pasteSingle(const QString& text)
{
    const Block b = block();
    QVector<GridModel::Typed> typed;
    int cut = 0;
    for (int row = b.top; row <= b.bottom; ++row)
        for (int column = b.left; column <= b.right; ++column) {
            if (m_model->isEditable(row, column))
                typed.push_back({row, column, text});
            else if (!m_model->rows()[row].group)
                ++cut;
        }
    apply(typed);
    if (cut > 0)
        emit pasteCut(cut);
}

void GridTable::paste()
{
    const auto pasted = fromTsv(QApplication::clipboard()->text());
    if (pasted.isEmpty() || m_readOnly)
        return;
    if (pasted.size() == 1 && pasted.first().size() == 1)
        return pasteSingle(pasted.first().first());
    const Block b = block();
    const GridPaste plan = planPaste(*m_model, pasted, {b.top, b.left, b.bottom > b.top ? b.bottom - b.top + 1 : 0});
    if (plan.doubt && (!m_askPaste || !m_askPaste(*plan.doubt)))
        return;
    const bool written = apply(plan.typed);
    if (plan.cut > 0)
        emit pasteCut(plan.cut);
    else if (written && !plan.told.isEmpty())
        emit pasteTold(plan.told);
}

void GridTable::fillDown()
{
    Block b = block();
    if (b.top == b.bottom) // one cell: takes the one above
        --b.top;
    QVector<GridModel::Typed> typed;
    for (int column = b.left; b.top >= 0 && column <= b.right; ++column)
        for (int row = b.top + 1; row <= b.bottom; ++row)
            if (m_model->isEditable(row, column))
                typed.push_back({row, column, m_model->typedText(b.top, column)});
    apply(typed);
}

void GridTable::clearCells()
{
    const Block b = block();
    QVector<GridModel::Typed> typed;
    for (int row = b.top; row <= b.bottom; ++row)
        for (int column = b.left; column <= b.right; ++column)
            if (m_model->isEditable(row, column))
                typed.push_back({row, column, QString()});
    apply(typed);
}

}
