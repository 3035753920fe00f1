// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/rule_tree.h"

#include "ui/pages/rules/plain_label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeWidget>

namespace thidua::ui::rules_page {
namespace {

enum Role { IdRole = Qt::UserRole, GroupRole, ModelledRole };

/// Groups in bold with their chevron; entries indented, the chosen one with a bar at its left.
class Delegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {Theme::px(120), Theme::px(27)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& tokens = Theme::tokens();
        const bool group = index.data(GroupRole).toBool();
        const bool selected = option.state.testFlag(QStyle::State_Selected) && !group;
        const QRect rect = option.rect;
        painter->save();
        if (selected || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(rect, selected ? tokens.sel : tokens.hover);
        if (selected)
            painter->fillRect(QRect(rect.left(), rect.top(), Theme::px(3), rect.height()), tokens.accent);
        int left = rect.left() + Theme::px(29);
        if (group) {
            const auto* tree = qobject_cast<const QTreeWidget*>(option.widget);
            const bool open = tree != nullptr && tree->isExpanded(index);
            const int side = Theme::px(14);
            icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), Ink::Text2)
                .paint(painter, QRect(rect.left() + Theme::px(8), rect.center().y() - side / 2, side, side));
            left = rect.left() + Theme::px(27);
        }
        painter->setFont(Theme::font(group || selected ? TypeRole::Strong : TypeRole::Text));
        painter->setPen(index.data(ModelledRole).toBool() || group ? tokens.text : tokens.text2);
        const QRect words(left, rect.top(), rect.right() - left - Theme::px(8), rect.height());
        painter->drawText(words, Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
        if (option.state.testFlag(QStyle::State_HasFocus) && option.widget != nullptr && option.widget->hasFocus()) {
            painter->setPen(QPen(tokens.accent, 1));
            painter->drawRect(rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }
};

}

RuleTree::RuleTree(const Extra& extra, QWidget* parent) : QFrame(parent), m_extra(extra)
{
    setProperty("card", "1");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_search = new LineField(tr("Tìm điều, khoản, từ khóa…"), this);
    m_search->setObjectName(QStringLiteral("rules-search"));
    m_search->setAccessibleName(tr("Tìm trong quy định"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(Theme::px(8), Theme::px(8), Theme::px(8), Theme::px(8));
    head->addWidget(m_search);
    column->addLayout(head);
    column->addWidget(makeRule(this));
    m_nothing = makePlain({}, TypeRole::Text, Ink::Text2, this);
    m_nothing->setMargin(Theme::px(12));
    m_nothing->hide();
    column->addWidget(m_nothing);
    m_view = new QTreeWidget(this);
    m_view->setObjectName(QStringLiteral("rules-tree"));
    m_view->setAccessibleName(tr("Danh hiệu, hình thức khen thưởng và các quy định khác"));
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setIndentation(0);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setItemDelegate(new Delegate(m_view));
    m_view->setExpandsOnDoubleClick(false);
    m_view->installEventFilter(this);
    QPalette palette = m_view->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    m_view->setPalette(palette);
    m_view->viewport()->setAutoFillBackground(false);
    column->addWidget(m_view, 1);
    m_search->onChanged = [this] { search(); };
    connect(m_view, &QTreeWidget::itemClicked, this, [](QTreeWidgetItem* clicked) {
        if (clicked->data(0, GroupRole).toBool())
            clicked->setExpanded(!clicked->isExpanded());
    });
    connect(m_view, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* now) {
        if (!m_filling && now != nullptr && !now->data(0, GroupRole).toBool())
            emit chosen(now->data(0, IdRole).toString());
    });
}

void RuleTree::setBooks(const services::RuleBook& first, const services::RuleBook* second)
{
    m_book = first;
    m_two = second != nullptr;
    m_second = m_two ? *second : services::RuleBook{};
    fill();
}

void RuleTree::fill()
{
    const QString kept = current();
    const QStringList folded = foldedGroups();
    const bool first = m_view->topLevelItemCount() == 0;
    m_filling = true;
    m_view->clear();
    const bool searching = !words().isEmpty();
    for (const auto& group : m_book.groups) {
        auto* head = new QTreeWidgetItem(m_view, {toQ(group.title)});
        head->setData(0, IdRole, toQ(group.id));
        head->setData(0, GroupRole, true);
        if (toQ(group.id) == m_extra.group)
            addEntry(head, m_extra.id, m_extra.name, true, !searching || ui::folded(m_extra.name).contains(ui::folded(words())));
        QSet<QString> there;
        for (const auto& entry : group.entries) {
            there.insert(toQ(entry.id));
            addEntry(head, toQ(entry.id), toQ(entry.name), entry.modelled, isShown(toQ(entry.id)));
        }
        if (m_two)
            for (const auto& other : m_second.groups)
                if (other.id == group.id)
                    for (const auto& entry : other.entries)
                        if (!there.contains(toQ(entry.id)))
                            addEntry(head, toQ(entry.id), toQ(entry.name), entry.modelled, isShown(toQ(entry.id)));
        if (head->childCount() == 0)
            delete head;
        else
            head->setExpanded(searching || (first ? head->childCount() > 0 : !folded.contains(toQ(group.id))));
    }
    if (auto* again = item(kept))
        m_view->setCurrentItem(again);
    m_filling = false;
    m_nothing->setVisible(searching && m_view->topLevelItemCount() == 0);
    m_nothing->setText(tr("Không có điều nào chứa “%1”.").arg(words()));
}

void RuleTree::addEntry(QTreeWidgetItem* group, const QString& id, const QString& name, bool modelled, bool shown)
{
    if (!shown)
        return;
    auto* entry = new QTreeWidgetItem(group, {QString(name).replace(tr("Ủy ban nhân dân"), tr("UBND"))});
    entry->setData(0, IdRole, id);
    entry->setData(0, ModelledRole, modelled);
    entry->setToolTip(0, modelled ? name : tr("%1 – tiêu chuẩn chưa có trong bộ quy định").arg(name));
}

QString RuleTree::words() const
{
    return m_search->text().trimmed();
}

bool RuleTree::isShown(const QString& id) const
{
    return words().isEmpty() || m_found.contains(id);
}

void RuleTree::search()
{
    m_found.clear();
    const auto note = [this](const services::RuleBook& book) {
        for (const auto& hit : services::searchRules(book, fromQ(words())))
            for (QStringList& lines = m_found[toQ(hit.entry)]; const auto& line : hit.lines)
                lines << toQ(line);
    };
    if (!words().isEmpty()) {
        note(m_book);
        if (m_two)
            note(m_second);
    }
    fill();
    emit searched();
}

QTreeWidgetItem* RuleTree::item(const QString& id) const
{
    for (int g = 0; g < m_view->topLevelItemCount(); ++g)
        for (int i = 0; i < m_view->topLevelItem(g)->childCount(); ++i)
            if (auto* entry = m_view->topLevelItem(g)->child(i); entry->data(0, IdRole).toString() == id)
                return entry;
    return nullptr;
}

QString RuleTree::current() const
{
    const auto* now = m_view->currentItem();
    return now == nullptr || now->data(0, GroupRole).toBool() ? QString() : now->data(0, IdRole).toString();
}

bool RuleTree::setCurrent(const QString& id)
{
    if (item(id) == nullptr && !words().isEmpty())
        clearSearch();
    auto* entry = item(id);
    if (entry == nullptr)
        return false;
    entry->parent()->setExpanded(true);
    m_view->setCurrentItem(entry);
    // Once it has its size: before, any entry but the first would be scrolled to the top.
    QMetaObject::invokeMethod(this, [this] {
        if (auto* now = m_view->currentItem()) {
            m_view->scrollToTop();
            m_view->scrollToItem(now);
        }
    }, Qt::QueuedConnection);
    return true;
}

void RuleTree::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RuleTree::clearSearch()
{
    if (!m_search->text().isEmpty())
        m_search->clear();
}

QStringList RuleTree::foldedGroups() const
{
    QStringList ids;
    for (int g = 0; g < m_view->topLevelItemCount(); ++g)
        if (!m_view->topLevelItem(g)->isExpanded())
            ids << m_view->topLevelItem(g)->data(0, IdRole).toString();
    return ids;
}

void RuleTree::foldGroups(const QStringList& ids)
{
    for (int g = 0; g < m_view->topLevelItemCount(); ++g)
        m_view->topLevelItem(g)->setExpanded(!ids.contains(m_view->topLevelItem(g)->data(0, IdRole).toString()));
}

bool RuleTree::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (m_view->topLevelItemCount() > 0 && current().isEmpty())
            m_view->setCurrentItem(m_view->topLevelItem(0)->child(0));
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (watched == m_search && key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (watched == m_view && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space))
        if (auto* now = m_view->currentItem(); now != nullptr && now->data(0, GroupRole).toBool()) {
            now->setExpanded(!now->isExpanded());
            return true;
        }
    return QFrame::eventFilter(watched, event);
}

}
