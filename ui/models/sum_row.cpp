// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sum_row.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

namespace thidua::ui {

SumRow::SumRow(QTableView* view, int height, QWidget* parent) : QWidget(parent), m_view(view)
{
    setFixedHeight(Theme::px(height));
    auto* header = view->horizontalHeader();
    const auto redraw = [this] { update(); };
    connect(header, &QHeaderView::sectionResized, this, redraw);
    connect(header, &QHeaderView::sectionMoved, this, redraw);
    connect(header, &QHeaderView::geometriesChanged, this, redraw);
    connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, redraw);
}

void SumRow::setTexts(const QHash<int, QString>& texts)
{
    m_texts = texts;
    QStringList spoken;
    for (int column = 0; column < m_view->model()->columnCount(); ++column)
        if (!m_texts.value(column).isEmpty())
            spoken << m_texts.value(column);
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    update();
}

void SumRow::paintEvent(QPaintEvent*)
{
    const Tokens& t = Theme::tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.head);
    painter.fillRect(QRect(0, 0, width(), 1), t.line2);
    painter.setFont(Theme::font(TypeRole::SmallStrong));
    painter.setPen(t.text);
    const auto* header = m_view->horizontalHeader();
    int freeFrom = 0; // words may start left of their column only where nothing stands
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const QString text = m_texts.value(column);
        if (header->isSectionHidden(column) || text.isEmpty())
            continue;
        const int left = header->sectionViewportPosition(column);
        int right = left + header->sectionSize(column);
        const auto align = static_cast<Qt::Alignment>(m_view->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
        for (int next = visual + 1; align == Qt::AlignLeft && next < header->count() && m_texts.value(header->logicalIndex(next)).isEmpty(); ++next)
            right += header->isSectionHidden(header->logicalIndex(next)) ? 0 : header->sectionSize(header->logicalIndex(next));
        const int pad = Theme::px(align == Qt::AlignHCenter ? 2 : 8);
        const int needed = painter.fontMetrics().horizontalAdvance(text) + 2 * pad;
        const int from = align == Qt::AlignRight ? std::max(freeFrom, std::min(left, right - needed)) : left;
        painter.drawText(QRect(from + pad, 0, right - from - 2 * pad, height()), static_cast<int>(align | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, right - from - 2 * pad));
        freeFrom = right;
    }
}

}
