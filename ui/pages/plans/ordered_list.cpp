// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/ordered_list.h"

#include "ui/models/cell_delegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>

namespace thidua::ui::prepare {
namespace {

class RowDelegate final : public CellDelegate {
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {Theme::px(120), Theme::px(44)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        CellDelegate::paint(painter, option, index);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(QRect(option.rect.topLeft(), QSize(Theme::px(3), option.rect.height())), Theme::tokens().accent);
    }
};

void put(QStandardItem* row, const OrderedItem& item)
{
    Cell cell = Cell::twoLines(item.text, item.second);
    cell.strong = item.strong;
    row->setData(QVariant::fromValue(cell), CellRole);
    row->setData(cell.spoken(), Qt::AccessibleTextRole);
    row->setData(item.text, Qt::ToolTipRole);
}

}

OrderedList::OrderedList(const QString& name, const QString& accessibleName, const QString& addText, const QString& empty, QWidget* parent)
    : QFrame(parent)
{
    setProperty("frame", "table");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_view = new QListView(this);
    m_view->setObjectName(name);
    m_view->setAccessibleName(accessibleName);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_model = new QStandardItemModel(this);
    m_view->setModel(m_model);
    m_view->installEventFilter(this);
    column->addWidget(m_view, 1);
    auto* words = makeWrapped(empty, TypeRole::Text, Ink::Text2, this);
    words->setAlignment(Qt::AlignCenter);
    words->setMargin(Theme::px(16));
    m_empty = words;
    column->addWidget(m_empty, 1);
    buildFoot(column, name, addText);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        updateButtons();
        if (!m_filling)
            emit currentChanged(current());
    });
    setItems({});
}

void OrderedList::buildFoot(QVBoxLayout* column, const QString& name, const QString& addText)
{
    m_foot = new QWidget(this);
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(0);
    foot->addWidget(makeRule(m_foot));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(Theme::px(8), Theme::px(8), Theme::px(8), Theme::px(8));
    row->setSpacing(Theme::px(8));
    auto* add = compact(makeButton(addText, QStringLiteral("plus"), ButtonKind::Normal, m_foot));
    add->setObjectName(name + QStringLiteral("Add"));
    m_up = compact(makeIconButton(QStringLiteral("chevron-up"), tr("Chuyển lên (Alt+↑)"), ButtonKind::Normal, m_foot));
    m_down = compact(makeIconButton(QStringLiteral("chevron-down"), tr("Chuyển xuống (Alt+↓)"), ButtonKind::Normal, m_foot));
    m_remove = compact(makeIconButton(QStringLiteral("trash"), tr("Bỏ dòng này (Delete)"), ButtonKind::Normal, m_foot));
    m_up->setObjectName(name + QStringLiteral("Up"));
    m_down->setObjectName(name + QStringLiteral("Down"));
    m_remove->setObjectName(name + QStringLiteral("Remove"));
    row->addWidget(add);
    row->addStretch();
    for (auto* button : {m_up, m_down, m_remove})
        row->addWidget(button);
    foot->addLayout(row);
    column->addWidget(m_foot);
    connect(add, &QPushButton::clicked, this, &OrderedList::addClicked);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (current() >= 0)
            emit removeClicked(current());
    });
}

void OrderedList::setItems(const QVector<OrderedItem>& items)
{
    m_filling = true;
    const int before = current();
    m_model->clear();
    for (const auto& item : items) {
        auto* row = new QStandardItem;
        put(row, item);
        m_model->appendRow(row);
    }
    const int last = static_cast<int>(items.size()) - 1;
    if (last >= 0)
        m_view->setCurrentIndex(m_model->index(std::clamp(before, 0, last), 0));
    m_filling = false;
    m_view->setVisible(last >= 0);
    m_empty->setVisible(last < 0);
    updateButtons();
}

void OrderedList::setItem(int row, const OrderedItem& item)
{
    if (auto* line = m_model->item(row))
        put(line, item);
}

int OrderedList::count() const
{
    return m_model->rowCount();
}

int OrderedList::current() const
{
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
}

void OrderedList::setCurrent(int row)
{
    m_view->setCurrentIndex(m_model->index(row, 0));
}

void OrderedList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_foot->setVisible(!readOnly);
}

void OrderedList::setMovable(bool movable)
{
    m_movable = movable;
    m_up->setVisible(movable);
    m_down->setVisible(movable);
}

void OrderedList::updateButtons()
{
    const int row = current();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < count());
    m_remove->setEnabled(row >= 0);
}

void OrderedList::move(int by)
{
    const int row = current();
    if (m_readOnly || !m_movable || row < 0 || row + by < 0 || row + by >= count())
        return;
    emit moveClicked(row, by);
}

bool OrderedList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress || m_readOnly)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers().testFlag(Qt::AltModifier) && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
        move(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Delete && current() >= 0) {
        emit removeClicked(current());
        return true;
    }
    if (key->key() == Qt::Key_Insert) {
        emit addClicked();
        return true;
    }
    return false;
}

}
