// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace thidua::ui {

FlowLayout::~FlowLayout()
{
    for (const auto& entry : m_items)
        delete entry.item;
}

void FlowLayout::addItem(QLayoutItem* item)
{
    const auto end = std::find_if(m_items.begin(), m_items.end(), [](const Item& entry) { return entry.atEnd; });
    m_items.insert(end, { item, false });
}

void FlowLayout::addToEnd(QWidget* widget)
{
    addChildWidget(widget);
    m_items.push_back({ new QWidgetItem(widget), true });
    invalidate();
}

void FlowLayout::insertWidget(int index, QWidget* widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + std::clamp(index, 0, count()), { new QWidgetItem(widget), false });
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].item : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::place(const QRect& rect, bool move) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const int gap = std::max(0, spacing());
    struct Placed {
        QLayoutItem* item;
        QSize size;
        int x;
        bool atEnd;
    };
    std::vector<Placed> line;
    int x = room.x(), y = room.y(), tall = 0;
    const auto finish = [&] {
        int slack = room.right() + 1 - (line.empty() ? room.x() : line.back().x + line.back().size.width());
        for (const auto& one : line)
            if (move)
                one.item->setGeometry(
                    { QPoint(one.x + (one.atEnd ? std::max(0, slack) : 0), y + (tall - one.size.height()) / 2), one.size });
        line.clear();
    };
    for (const auto& [item, atEnd] : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint().expandedTo(item->minimumSize());
        if (size.width() > room.width()) {
            size.setWidth(std::max(room.width(), item->minimumSize().width()));
            if (item->hasHeightForWidth())
                size.setHeight(item->heightForWidth(size.width()));
        }
        if (!line.empty() && x + size.width() > room.right() + 1) {
            finish();
            y += tall + gap;
            x = room.x();
            tall = 0;
        }
        line.push_back({ item, size, x, atEnd });
        x += size.width() + gap;
        tall = std::max(tall, size.height());
    }
    finish();
    return y + tall - rect.y() + contentsMargins().bottom();
}

int FlowLayout::heightForWidth(int width) const { return place(QRect(0, 0, width, 0), false); }

QSize FlowLayout::sizeHint() const
{
    int width = 0, height = 0;
    for (const auto& [item, atEnd] : m_items)
        if (!item->isEmpty()) {
            const QSize size = item->sizeHint().expandedTo(item->minimumSize());
            width += size.width() + (width > 0 ? std::max(0, spacing()) : 0);
            height = std::max(height, size.height());
        }
    const auto margins = contentsMargins();
    return { width + margins.left() + margins.right(), height + margins.top() + margins.bottom() };
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& [item, atEnd] : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const auto margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

}
