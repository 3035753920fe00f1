// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, clipboard and what is selected in a RecordTable.
#include "ui/models/arranged_model.h"
#include "ui/models/record_table.h"
#include "ui/models/record_view.h"
#include "ui/models/table_header.h"

#include "base/vietnamese.h"
#include "ui/text/tsv.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>

namespace thidua::ui {

bool RecordTable::handleKey(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event->matches(QKeySequence::Paste)) {
        pasteBlock();
        return true;
    }
    const int key = event->key();
    if (event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier) && key == Qt::Key_C) {
        copyWithHeaders();
        return true;
    }
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_model->isGroup(current.row()) && handleGroupKey(key))
        return true;
    if (handleTickKey(event))
        return true;
    if (key == Qt::Key_Up && current.row() <= 0 && event->modifiers() == Qt::NoModifier && !m_header->filterTexts().isEmpty()) {
        focusFilter();
        return true;
    }
    const auto id = currentId();
    if (!id || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: emit activated(*id); return true;
    case Qt::Key_F2: emit editRequested(*id); return true;
    case Qt::Key_Delete: emit removeRequested(selectedIds()); return true;
    default: return false;
    }
}

bool RecordTable::handleGroupKey(int key)
{
    const int row = m_view->currentIndex().row();
    const bool folded = m_model->entry(row).folded;
    const bool turn = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space || (key == Qt::Key_Left && !folded) || (key == Qt::Key_Right && folded);
    if (turn)
        m_model->toggleFold(row);
    return turn;
}

bool RecordTable::handleTickKey(QKeyEvent* event)
{
    if (!m_tickable)
        return false;
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && currentId()) {
        m_model->toggleTick(m_view->currentIndex().row());
        return true;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        m_model->tickAllShown(m_model->allTicked() != Qt::Checked);
        return true;
    }
    return false;
}

std::optional<std::int64_t> RecordTable::currentId() const
{
    return m_model->idAt(m_view->currentIndex().row());
}

bool RecordTable::setCurrentId(std::int64_t id)
{
    int row = m_model->rowOfId(id);
    if (row < 0 && m_model->grouping() >= 0) { // it may lie in a folded group
        const int source = m_source->rowOf(id);
        if (source >= 0)
            m_model->setFolded(m_source->groupOf(m_model->grouping(), source).second, false);
        row = m_model->rowOfId(id);
    }
    if (row < 0)
        return false;
    // Only up and down: choosing a row never moves the columns.
    const int x = m_view->horizontalScrollBar()->value();
    choose(m_model->index(row, std::max(1, m_view->currentIndex().column())));
    m_view->scrollTo(m_view->currentIndex());
    m_view->horizontalScrollBar()->setValue(x);
    return true;
}

QVector<std::int64_t> RecordTable::selectedIds() const
{
    QVector<std::int64_t> ids;
    QModelIndexList rows = m_view->selectionModel()->selectedRows(1);
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    for (const QModelIndex& index : rows)
        if (const auto id = m_model->idAt(index.row()))
            ids.push_back(*id);
    return ids;
}

QVector<std::int64_t> RecordTable::tickedIds() const
{
    QVector<std::int64_t> ids; // in the order shown, then those that filters hide
    for (const int row : m_model->accepted())
        if (m_model->ticked().contains(m_source->idAt(row)))
            ids.push_back(m_source->idAt(row));
    for (const qint64 id : m_model->ticked())
        if (!ids.contains(id))
            ids.push_back(id);
    return ids;
}

void RecordTable::setTicked(const QVector<std::int64_t>& ids)
{
    QSet<qint64> set;
    for (const std::int64_t id : ids)
        set.insert(id);
    m_model->setTicked(set);
}

QVector<std::int64_t> RecordTable::shownIds() const
{
    QVector<std::int64_t> ids;
    for (const int row : m_model->accepted())
        ids.push_back(m_source->idAt(row));
    return ids;
}

ShownTable RecordTable::shown(bool written) const
{
    ShownTable table;
    std::vector<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int section = m_header->logicalIndex(visual);
        if (section == 0 || m_header->isSectionHidden(section))
            continue;
        const ColumnInfo& info = m_source->columns()[static_cast<std::size_t>(section - 1)];
        columns.push_back(section - 1);
        table.headers << info.title.simplified();
        table.aligns.push_back(info.align);
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto& entry = m_model->entry(row);
        ShownTable::Row line;
        line.group = entry.row < 0;
        if (line.group)
            line.cells << entry.heading;
        else
            for (const int column : columns) {
                const Cell cell = m_source->cellAt(entry.row, column);
                line.cells << (written && !cell.written.isEmpty() ? cell.written : cell.spoken());
            }
        table.rows.push_back(std::move(line));
    }
    return table;
}

QTableView* RecordTable::view() const
{
    return m_view;
}

void RecordTable::copy()
{
    copyBlock(false);
}

void RecordTable::copyWithHeaders()
{
    copyBlock(true);
}

void RecordTable::copyBlock(bool headers)
{
    const ShownTable all = shown(true);
    const auto selected = m_view->selectionModel()->selectedRows(1);
    const bool everything = headers && selected.size() <= 1;
    QVector<QStringList> rows;
    if (headers)
        rows.push_back(all.headers);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (!m_model->isGroup(row) && (everything || m_view->selectionModel()->isRowSelected(row)))
            rows.push_back(all.rows[static_cast<std::size_t>(row)].cells);
    QApplication::clipboard()->setText(toTsv(rows));
}

void RecordTable::pasteBlock()
{
    const auto rows = fromTsv(QApplication::clipboard()->text());
    if (!rows.isEmpty())
        emit pasted(rows);
}

}
