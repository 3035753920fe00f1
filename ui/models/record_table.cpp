// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/record_table.h"

#include "ui/models/arranged_model.h"
#include "ui/models/cell_delegate.h"
#include "ui/models/record_view.h"
#include "ui/models/sum_row.h"
#include "ui/models/table_header.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_notice.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/least_height.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QScrollBar>

namespace thidua::ui {
namespace {

constexpr const char* kToolWords = "toolWords";

/// The table's own tools say their words where these take no line from the rows; else they are icons alone.
void placeTools(const QWidget& toolbar, int width)
{
    const auto* row = toolbar.layout();
    int needed = row->contentsMargins().left() + row->contentsMargins().right();
    QList<QPushButton*> own;
    for (int i = 0; i < row->count(); ++i) {
        auto* widget = row->itemAt(i)->widget();
        if (widget == nullptr || widget->isHidden())
            continue;
        auto* tool = qobject_cast<QPushButton*>(widget);
        const QString words = tool ? tool->property(kToolWords).toString() : QString();
        if (words.isEmpty()) {
            needed += row->itemAt(i)->sizeHint().width() + row->spacing();
            continue;
        }
        own << tool;
        needed += tool->fontMetrics().horizontalAdvance(words) + tool->iconSize().width() + Theme::px(24) + row->spacing(); // as style.cpp measures them
    }
    for (auto* tool : own)
        tool->setText(needed > width ? QString() : tool->property(kToolWords).toString());
}

/// Keeps the tools as the room asks, when it or what stands beside them changes.
class ToolPlacer : public QObject {
public:
    explicit ToolPlacer(QWidget* toolbar) : QObject(toolbar) { toolbar->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
            if (const auto* toolbar = qobject_cast<QWidget*>(watched); toolbar->width() > 0)
                placeTools(*toolbar, toolbar->width());
        return false;
    }
};

}

RecordTable::RecordTable(RecordSource* source, const QString& name, const QString& accessibleName, QWidget* parent)
    : QFrame(parent), m_source(source)
{
    setObjectName(name);
    setProperty("frame", "table");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    buildToolbar();
    column->addWidget(m_toolbar);
    m_filterNotice = new FilterNotice(this);
    connect(m_filterNotice, &FilterNotice::cleared, this, [this] {
        clearFilters();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    column->addWidget(m_filterNotice);
    buildView();
    m_view->setObjectName(name + QStringLiteral("View"));
    m_view->setAccessibleName(accessibleName);
    column->addWidget(m_view, 1);
    m_scroll = new QScrollBar(Qt::Horizontal, this);
    column->addWidget(m_scroll);
    m_nothing = new Label({}, TypeRole::Text, Ink::Text2, m_view);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    setFocusProxy(m_view);
    keepLeastHeight(this);
    connectAll();
    addGroupButton();
    onArranged();
}

RecordTable::~RecordTable()
{
    // The view's last selection signals must not reach a table half gone.
    m_view->selectionModel()->disconnect(this);
}

void RecordTable::buildToolbar()
{
    m_toolbar = new QWidget(this);
    m_tools = new FlowLayout(m_toolbar);
    m_tools->setContentsMargins(Theme::px(8), Theme::px(5), Theme::px(8), Theme::px(5));
    m_tools->setSpacing(Theme::px(6));
    auto* columns = makeButton(tr("Cột"), QStringLiteral("columns"), ButtonKind::Quiet, m_toolbar);
    columns->setAccessibleName(tr("Chọn cột"));
    columns->setToolTip(tr("Chọn cột"));
    connect(columns, &QPushButton::clicked, this, &RecordTable::showColumnMenu);
    auto* copying = makeButton(tr("Sao chép"), QStringLiteral("copy"), ButtonKind::Quiet, m_toolbar);
    copying->setToolTip(tr("Sao chép các dòng đang chọn, hoặc cả bảng, để dán sang Excel (Ctrl+C)"));
    connect(copying, &QPushButton::clicked, this, &RecordTable::copyWithHeaders);
    m_export = makeButton(tr("Xuất…"), QStringLiteral("excel"), ButtonKind::Quiet, m_toolbar);
    m_export->setObjectName(QStringLiteral("export-table"));
    m_export->setToolTip(tr("Ghi bảng như đang hiện (lọc, thứ tự, cột) ra tệp Excel hoặc CSV"));
    m_export->hide();
    for (auto* tool : {columns, copying, m_export}) {
        tool->setProperty(kToolWords, tool->text());
        m_tools->addWidget(tool);
    }
    m_markedCount = new Label({}, TypeRole::Small, Ink::Text2, m_toolbar);
    m_tools->addToEnd(m_markedCount);
    new ToolPlacer(m_toolbar);
}

void RecordTable::setExport(std::function<void()> run)
{
    m_export->show();
    connect(m_export, &QPushButton::clicked, this, std::move(run));
}

void RecordTable::buildView()
{
    m_model = new ArrangedModel(m_source, this);
    m_delegate = new CellDelegate(this);
    m_view = new RecordView(this, m_model, m_delegate);
    m_header = new TableHeader(m_view);
    m_view->setHorizontalHeader(m_header);
    m_header->setSectionResizeMode(QHeaderView::Interactive);
    m_header->resizeSection(0, Theme::px(34));
    m_header->setSectionResizeMode(0, QHeaderView::Fixed);
    m_view->setColumnHidden(0, true);
    m_bases.assign(m_source->columns().size(), 0);
    for (std::size_t c = 0; c < m_source->columns().size(); ++c) {
        const ColumnInfo& info = m_source->columns()[c];
        m_bases[c] = Theme::px(info.width);
        m_header->resizeSection(static_cast<int>(c) + 1, m_bases[c]);
        m_view->setColumnHidden(static_cast<int>(c) + 1, info.hidden);
    }
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
}

void RecordTable::connectAll()
{
    connect(m_model, &ArrangedModel::arranged, this, &RecordTable::onArranged);
    connect(m_model, &ArrangedModel::ticksChanged, this, &RecordTable::onTicks);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordTable::onCurrent);
    connect(m_header, &QHeaderView::sectionClicked, this, &RecordTable::onHeaderClicked);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (!m_stretching && section > 0)
            m_bases[static_cast<std::size_t>(section - 1)] = size;
    });
    connect(m_header, &TableHeader::filterChanged, this, [this] {
        QHash<int, QString> texts;
        const auto typed = m_header->filterTexts();
        for (auto it = typed.begin(); it != typed.end(); ++it)
            texts.insert(it.key() - 1, it.value());
        m_model->setFilters(texts);
    });
    connect(m_header, &TableHeader::leftDown, this, [this] {
        m_view->setFocus(Qt::TabFocusReason);
        if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
            choose(m_model->index(0, 1));
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& pos) {
        if (m_rowActions.isEmpty() || !currentId())
            return;
        QMenu menu(this);
        menu.addActions(m_rowActions);
        menu.exec(m_view->viewport()->mapToGlobal(pos));
    });
    // The bar stands below the sums, so it is one of our own, tied to the view's hidden one.
    auto* inner = m_view->horizontalScrollBar();
    const auto follow = [this, inner] {
        m_scroll->setRange(inner->minimum(), inner->maximum());
        m_scroll->setPageStep(inner->pageStep());
        m_scroll->setValue(inner->value());
        m_scroll->setVisible(inner->maximum() > inner->minimum());
    };
    connect(inner, &QScrollBar::rangeChanged, this, follow);
    connect(inner, &QScrollBar::valueChanged, m_scroll, &QScrollBar::setValue);
    connect(m_scroll, &QScrollBar::valueChanged, inner, &QScrollBar::setValue);
    follow();
    m_view->viewport()->installEventFilter(this);
}

bool RecordTable::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Show) && watched == m_view->viewport()) {
        stretchColumns();
        placeEmpty();
    }
    return QFrame::eventFilter(watched, event);
}

void RecordTable::setTickable(bool on)
{
    m_tickable = on;
    m_view->setColumnHidden(0, !on);
    m_header->setTickState(on ? 0 : -1, m_model->allTicked());
    stretchColumns();
}

void RecordTable::setFilterRow(bool on)
{
    QHash<int, QString> names;
    for (std::size_t c = 0; on && c < m_source->columns().size(); ++c)
        if (m_source->columns()[c].filter)
            names.insert(static_cast<int>(c) + 1, m_source->columns()[c].title.simplified());
    m_header->setFilters(names);
    placeEmpty();
}

void RecordTable::setSumRow(bool on)
{
    delete m_sums;
    m_sums = nullptr;
    if (!on)
        return;
    m_sums = new SumRow(m_view, 30, this);
    static_cast<QVBoxLayout*>(layout())->insertWidget(3, m_sums);
    onArranged();
}

void RecordTable::setTwoLineRows(bool on)
{
    m_view->verticalHeader()->setDefaultSectionSize(Theme::px(on ? 44 : 29));
}

void RecordTable::setToolbarVisible(bool on)
{
    m_toolbar->setVisible(on);
}

void RecordTable::setFramed(bool on)
{
    setProperty("frame", on ? "table" : "none");
    layout()->setContentsMargins(on ? 1 : 0, on ? 1 : 0, on ? 1 : 0, on ? 1 : 0);
    style()->unpolish(this);
    style()->polish(this);
}

void RecordTable::setEmptyState(EmptyState* state)
{
    delete m_empty;
    m_empty = state;
    state->setParent(m_view);
    placeEmpty();
}

void RecordTable::setRowActions(const QList<QAction*>& actions)
{
    m_rowActions = actions;
}

void RecordTable::setMarkedActions(const QList<QAction*>& actions)
{
    qDeleteAll(m_marked);
    m_marked.clear();
    m_markedActions = actions;
    for (QAction* action : actions) {
        m_marked << compact(makeButton(action, ButtonKind::Normal, m_toolbar));
        m_tools->addToEnd(m_marked.last());
        connect(action, &QAction::changed, m_marked.last(), [this] { updateToolbar(); }); // after the button's own: no row ticked, no button
    }
    updateToolbar();
}

void RecordTable::addToToolbar(QWidget* widget)
{
    m_tools->insertWidget(m_left++, widget);
}

void RecordTable::addToToolbarRight(QWidget* widget)
{
    m_tools->addToEnd(widget);
}

void RecordTable::sortBy(const QString& column, Qt::SortOrder order)
{
    const int index = m_source->columnIndex(column);
    if (index < 0)
        return;
    m_model->sortBy(index, order);
    m_header->setSortMark(index + 1, order);
}

void RecordTable::onHeaderClicked(int section)
{
    if (section == 0) {
        m_model->tickAllShown(m_model->allTicked() != Qt::Checked);
        return;
    }
    const int column = section - 1;
    const bool turn = m_model->sortColumn() == column && m_model->sortOrder() == Qt::AscendingOrder;
    sortBy(m_source->columns()[static_cast<std::size_t>(column)].key, turn ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void RecordTable::setExtraFilter(std::function<bool(int)> accepts)
{
    m_model->setExtraFilter(std::move(accepts));
}

void RecordTable::setColumnFilter(const QString& column, const QString& text)
{
    m_header->setFilterText(m_source->columnIndex(column) + 1, text);
}

void RecordTable::focusFilter()
{
    m_header->focusFirstFilter();
}

void RecordTable::clearFilters()
{
    for (const auto& column : m_source->columns())
        setColumnFilter(column.key, {});
    emit filtersCleared();
}

/// Exactly this row is selected, whatever keys are held down meanwhile (Ctrl+Enter saves and chooses the row saved).
void RecordTable::choose(const QModelIndex& index)
{
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RecordTable::onArranged()
{
    if (m_sums) {
        QHash<int, QString> texts;
        for (std::size_t c = 0; c < m_source->columns().size(); ++c)
            texts.insert(static_cast<int>(c) + 1, m_source->sumOf(static_cast<int>(c), m_model->accepted()));
        if (m_tickable) { // the first sum may begin under the tick boxes
            texts.insert(0, texts.value(1));
            texts.remove(1);
        }
        m_sums->setTexts(texts);
    }
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && !m_model->isGroup(current.row()) && !m_view->selectionModel()->isRowSelected(current.row()))
        choose(current);
    m_filterNotice->showCount(static_cast<int>(m_model->accepted().size()), m_source->rowCount());
    m_header->setTickState(m_tickable ? 0 : -1, m_model->allTicked());
    updateToolbar();
    placeEmpty();
    emit shownChanged();
}

void RecordTable::onCurrent(const QModelIndex& current)
{
    const auto id = current.isValid() ? m_model->idAt(current.row()) : std::nullopt;
    if (id == m_lastCurrent)
        return;
    m_lastCurrent = id;
    emit currentChanged();
}

void RecordTable::onTicks()
{
    m_header->setTickState(m_tickable ? 0 : -1, m_model->allTicked());
    updateToolbar();
    emit ticksChanged();
}

void RecordTable::updateToolbar()
{
    const auto count = m_model->ticked().size();
    m_markedCount->setText(tr("Đã đánh dấu %1 dòng").arg(count));
    m_markedCount->setVisible(count > 0);
    for (int i = 0; i < m_marked.size(); ++i)
        m_marked[i]->setVisible(count > 0 && m_markedActions.value(i)->isVisible());
}

void RecordTable::placeEmpty()
{
    placeTools(*m_toolbar, width());
    const bool none = m_source->rowCount() == 0;
    const QRect room = m_view->viewport()->geometry();
    int least = Theme::px(m_header->filterTexts().isEmpty() ? 34 : 72) + 3 * Theme::px(29); // some rows are always to be seen
    if (m_empty) {
        m_empty->setGeometry(room);
        m_empty->setVisible(none);
        m_empty->raise();
        if (none) // and so are the words in their place
            least = std::max(least, room.top() + m_empty->layout()->minimumHeightForWidth(room.width()));
    }
    m_view->setMinimumHeight(least);
    const bool filtered = !none && m_model->rowCount() == 0;
    m_nothing->setText(none ? tr("Chưa có dòng nào.") : tr("Không có dòng nào khớp với bộ lọc."));
    m_nothing->setGeometry(room);
    m_nothing->setVisible(filtered || (none && !m_empty));
}

void RecordTable::stretchColumns()
{
    m_stretching = true;
    int used = m_tickable ? m_header->sectionSize(0) : 0;
    std::vector<int> wide;
    for (std::size_t c = 0; c < m_bases.size(); ++c) {
        if (m_view->isColumnHidden(static_cast<int>(c) + 1))
            continue;
        used += m_bases[c];
        if (m_source->columns()[c].stretch)
            wide.push_back(static_cast<int>(c));
    }
    const int bar = m_view->verticalScrollBar()->isVisible() ? 0 : Theme::px(10);
    const int room = std::max(0, m_view->viewport()->width() - bar - used);
    for (std::size_t i = 0; i < wide.size(); ++i) {
        const int share = room / static_cast<int>(wide.size()) + (i == 0 ? room % static_cast<int>(wide.size()) : 0);
        m_header->resizeSection(wide[i] + 1, m_bases[static_cast<std::size_t>(wide[i])] + share);
    }
    m_stretching = false;
}

}
