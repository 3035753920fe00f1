// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/record_view.h"

#include "ui/models/arranged_model.h"
#include "ui/models/cell_delegate.h"
#include "ui/models/record_table.h"
#include "ui/text/qt_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace thidua::ui {

RecordView::RecordView(RecordTable* table, ArrangedModel* model, CellDelegate* delegate)
    : QTableView(table), m_table(table), m_arranged(model), m_cells(delegate)
{
    setModel(model);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(Theme::px(20));
    verticalHeader()->setDefaultSectionSize(Theme::px(29));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void RecordView::paintGroup(QPainter& painter, int row) const
{
    const Tokens& t = Theme::tokens();
    const QRect rect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    const auto& entry = m_arranged->entry(row);
    painter.fillRect(rect, t.head);
    painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), t.line);
    const int side = Theme::px(14);
    painter.drawPixmap(Theme::px(5), rect.y() + (rect.height() - side) / 2,
                       iconPixmap(entry.folded ? QStringLiteral("triangle-right") : QStringLiteral("triangle-down"), t.text, side,
                                  viewport()->devicePixelRatioF()));
    painter.setFont(Theme::font(TypeRole::SmallStrong));
    painter.setPen(t.text);
    const QRect words = rect.adjusted(Theme::px(22), 0, -Theme::px(8), 0);
    painter.drawText(words, Qt::AlignVCenter, painter.fontMetrics().elidedText(entry.heading, Qt::ElideRight, words.width()));
    if (hasFocus() && currentIndex().row() == row)
        paintFrame(painter, rect.adjusted(0, 0, 0, -1), Qt::transparent, t.accent, 2, 2);
}

void RecordView::paintBeyond(QPainter& painter, int row, int x) const
{
    const Tokens& t = Theme::tokens();
    const QRect rest(x, rowViewportPosition(row), viewport()->width() - x, rowHeight(row));
    const bool on = selectionModel()->isRowSelected(row);
    painter.fillRect(rest, on ? t.sel : row == m_cells->hoveredRow() ? t.hover : t.surf);
    painter.fillRect(QRect(x, rest.bottom(), rest.width(), 1), t.line);
}

void RecordView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_arranged->rowCount() == 0)
        return;
    QPainter painter(viewport());
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1) < 0 ? m_arranged->rowCount() - 1 : rowAt(viewport()->height() - 1);
    const int end = horizontalHeader()->length() - horizontalHeader()->offset();
    for (int row = first; row <= last; ++row) {
        if (end < viewport()->width())
            paintBeyond(painter, row, end);
        if (m_arranged->isGroup(row))
            paintGroup(painter, row);
        else if (selectionModel()->isRowSelected(row))
            painter.fillRect(QRect(0, rowViewportPosition(row), Theme::px(3), rowHeight(row) - 1), Theme::tokens().accent);
    }
}

void RecordView::keyPressEvent(QKeyEvent* event)
{
    if (!m_table->handleKey(event))
        QTableView::keyPressEvent(event);
}

void RecordView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && event->button() == Qt::LeftButton) {
        if (m_arranged->isGroup(index.row())) {
            setCurrentIndex(index);
            m_arranged->toggleFold(index.row());
            return;
        }
        if (index.column() == 0) {
            m_arranged->toggleTick(index.row());
            return;
        }
    }
    QTableView::mousePressEvent(event);
}

void RecordView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    const auto id = index.isValid() ? m_arranged->idAt(index.row()) : std::nullopt;
    if (!id || index.column() == 0)
        mousePressEvent(event); // fast clicks on boxes and group rows count one by one
    else
        emit m_table->activated(*id);
}

void RecordView::mouseMoveEvent(QMouseEvent* event)
{
    hover(indexAt(event->pos()).row());
    QTableView::mouseMoveEvent(event);
}

void RecordView::leaveEvent(QEvent* event)
{
    hover(-1);
    QTableView::leaveEvent(event);
}

void RecordView::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid())
        for (int row = 0; row < m_arranged->rowCount(); ++row)
            if (!m_arranged->isGroup(row)) { // Qt would take the tick box of the first row, unselected
                m_table->choose(m_arranged->index(row, 1));
                break;
            }
    QTableView::focusInEvent(event);
}

void RecordView::hover(int row)
{
    if (row == m_cells->hoveredRow())
        return;
    m_cells->setHoveredRow(row);
    viewport()->update();
}

void RecordView::keyboardSearch(const QString& search)
{
    // Typing goes to the next row whose words in the current column begin with it, marks or not.
    const int rows = m_arranged->rowCount();
    const int column = std::max(1, currentIndex().column());
    const QString wanted = folded(search);
    for (int step = 1; step <= rows; ++step) {
        const QModelIndex index = m_arranged->index((std::max(0, currentIndex().row()) + step) % rows, column);
        if (!m_arranged->isGroup(index.row()) && folded(index.data().toString()).startsWith(wanted)) {
            m_table->choose(index);
            return;
        }
    }
}

}
