// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grid_table.h"

#include "ui/models/grid_view.h"
#include "ui/models/sum_row.h"
#include "ui/models/table_header.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QPainter>
#include <QScrollBar>

namespace thidua::ui {
namespace {

/// The soft shade where the moving columns go under the frozen ones.
class Shade final : public QWidget {
public:
    explicit Shade(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QLinearGradient gradient(0, 0, width(), 0);
        gradient.setColorAt(0, QColor(0, 0, 0, Theme::scheme() == Scheme::Dark ? 110 : 46));
        gradient.setColorAt(1, QColor(0, 0, 0, 0));
        QPainter(this).fillRect(rect(), gradient);
    }
};

}

GridTable::GridTable(std::vector<GridColumn> columns, const QString& name, const QString& accessibleName, QWidget* parent) : QFrame(parent)
{
    setObjectName(name);
    setProperty("frame", "table");
    m_model = new GridModel(std::move(columns), this);
    buildViews();
    m_view->setMinimumHeight(Theme::px(50 + 3 * 26)); // some rows are always to be seen
    m_view->setObjectName(name + QStringLiteral("View"));
    m_view->setAccessibleName(accessibleName);
    if (m_frozen) {
        m_frozen->setObjectName(name + QStringLiteral("Frozen"));
        m_frozen->setAccessibleName(tr("%1: cột cố định").arg(accessibleName));
    }
    setFocusProxy(m_view);
    connect(m_model, &GridModel::errorsChanged, this, [this] { emit errorsChanged(m_model->errorCount()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_frozen)
            m_frozen->viewport()->update();
        emit currentChanged();
    });
}

int GridTable::frozenCount() const
{
    int count = 0;
    for (const auto& column : m_model->columnsInfo())
        count += column.frozen ? 1 : 0;
    return count;
}

GridView* GridTable::makeView(bool frozen)
{
    auto* view = new GridView(this);
    view->setModel(m_model);
    view->setItemDelegate(new GridDelegate(this, m_model)); // one for each view: editors report to their own
    auto* header = new TableHeader(view);
    header->setSectionsMovable(false);
    header->setSectionsClickable(false);
    view->setHorizontalHeader(header);
    QHash<int, QString> bands;
    for (std::size_t c = 0; c < m_model->columnsInfo().size(); ++c) {
        const GridColumn& column = m_model->columnsInfo()[c];
        const int section = static_cast<int>(c);
        header->resizeSection(section, Theme::px(column.width));
        view->setColumnHidden(section, column.frozen != frozen);
        if (!column.band.isEmpty())
            bands.insert(section, column.band);
    }
    header->setBands(bands);
    return view;
}

void GridTable::buildViews()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    const auto column = [row](QWidget* view, int stretch) {
        auto* layout = new QVBoxLayout;
        layout->setSpacing(0);
        layout->addWidget(view, 1);
        row->addLayout(layout, stretch);
        return layout;
    };
    m_view = makeView(false);
    if (frozenCount() > 0) {
        m_frozen = makeView(true);
        m_frozenColumn = column(m_frozen, 0);
        m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_frozen->setSelectionModel(m_view->selectionModel());
        connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, m_view->verticalScrollBar(), &QScrollBar::setValue);
        connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(), &QScrollBar::setValue);
        connect(m_frozen->horizontalHeader(), &QHeaderView::sectionResized, this, &GridTable::placeFrozen);
        setTabOrder(m_frozen, m_view);
        m_shade = new Shade(m_view);
    }
    m_viewColumn = column(m_view, 1);
    m_scroll = new QScrollBar(Qt::Horizontal, this);
    m_viewColumn->addWidget(m_scroll);
    if (m_frozenColumn) { // the same room under the frozen columns
        m_underFrozen = new QWidget(this);
        m_frozenColumn->addWidget(m_underFrozen);
    }
    tieScrollBar();
    placeFrozen();
}

void GridTable::tieScrollBar()
{
    auto* inner = m_view->horizontalScrollBar();
    const auto follow = [this, inner] {
        m_scroll->setRange(inner->minimum(), inner->maximum());
        m_scroll->setPageStep(inner->pageStep());
        m_scroll->setVisible(inner->maximum() > inner->minimum());
        if (m_underFrozen)
            m_underFrozen->setFixedHeight(inner->maximum() > inner->minimum() ? m_scroll->sizeHint().height() : 0);
    };
    connect(inner, &QScrollBar::rangeChanged, this, follow);
    connect(inner, &QScrollBar::valueChanged, this, [this](int value) {
        m_scroll->setValue(value);
        if (m_shade)
            m_shade->setVisible(value > 0);
    });
    connect(m_scroll, &QScrollBar::valueChanged, inner, &QScrollBar::setValue);
    follow();
}

void GridTable::placeFrozen()
{
    if (!m_frozen)
        return;
    int width = 0;
    for (int column = 0; column < m_model->columnCount(); ++column)
        if (!m_frozen->isColumnHidden(column))
            width += m_frozen->columnWidth(column);
    m_frozen->setFixedWidth(width);
    // Both heads have the height of the taller one.
    const int head = std::max(m_frozen->horizontalHeader()->sizeHint().height(), m_view->horizontalHeader()->sizeHint().height());
    m_frozen->horizontalHeader()->setFixedHeight(head);
    m_view->horizontalHeader()->setFixedHeight(head);
    m_shade->setGeometry(0, 0, Theme::px(6), m_view->height());
    m_shade->setVisible(m_view->horizontalScrollBar()->value() > 0);
    m_shade->raise();
}

void GridTable::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    placeFrozen();
}

void GridTable::setRows(QVector<GridRow> rows)
{
    const auto id = currentRowId();
    const QString column = currentColumn();
    const int x = m_view->horizontalScrollBar()->value();
    const int y = m_view->verticalScrollBar()->value();
    m_model->setRows(std::move(rows));
    if (id && (currentRowId() != id || currentColumn() != column))
        goTo(*id, column);
    m_view->horizontalScrollBar()->setValue(x);
    m_view->verticalScrollBar()->setValue(y);
    placeFrozen();
}

const QVector<GridRow>& GridTable::rows() const
{
    return m_model->rows();
}

void GridTable::setErrors(const QVector<CellError>& errors)
{
    m_model->setErrors(errors);
}

void GridTable::refuse(const QVector<CellError>& errors)
{
    m_model->refuse(errors);
}

void GridTable::retry()
{
    apply(m_model->kept());
}

void GridTable::clearErrors()
{
    m_model->clearErrors();
}

QJsonArray GridTable::entries() const
{
    QJsonArray entries;
    for (const auto& one : m_model->refused())
        entries.append(QJsonArray{QString::number(one.rowId), one.column, one.sentence, one.value});
    return entries;
}

void GridTable::restoreEntries(const QJsonArray& entries)
{
    QVector<CellError> errors;
    for (const auto& one : entries)
        errors.push_back({one[0].toString().toLongLong(), one[1].toString(), one[2].toString(), one[3].toString()});
    if (!errors.isEmpty())
        m_model->refuse(errors);
}

int GridTable::errorCount() const
{
    return m_model->errorCount();
}

bool GridTable::goToFirstError()
{
    const QModelIndex index = m_model->firstError();
    return index.isValid() && goTo(index.data(IdRole).toLongLong(), m_model->columnsInfo()[static_cast<std::size_t>(index.column())].key);
}

void GridTable::setSums(const QHash<QString, QString>& sums)
{
    if (!m_sums) {
        m_sums = new SumRow(m_view, 26, this);
        m_viewColumn->insertWidget(1, m_sums);
        if (m_frozen) {
            m_frozenSums = new SumRow(m_frozen, 26, this);
            m_frozenColumn->insertWidget(1, m_frozenSums);
        }
    }
    QHash<int, QString> texts;
    for (auto it = sums.begin(); it != sums.end(); ++it)
        texts.insert(m_model->columnOf(it.key()), it.value());
    m_sums->setTexts(texts);
    if (m_frozenSums)
        m_frozenSums->setTexts(texts);
}

void GridTable::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    const auto triggers = readOnly ? QAbstractItemView::EditTriggers(QAbstractItemView::NoEditTriggers)
                                   : QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked;
    m_view->setEditTriggers(triggers);
    if (m_frozen)
        m_frozen->setEditTriggers(triggers);
}

std::optional<std::int64_t> GridTable::currentRowId() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? std::optional<std::int64_t>(index.data(IdRole).toLongLong()) : std::nullopt;
}

QString GridTable::currentColumn() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model->columnsInfo()[static_cast<std::size_t>(index.column())].key : QString();
}

bool GridTable::goTo(std::int64_t rowId, const QString& column)
{
    const QModelIndex index = m_model->index(m_model->rowOf(rowId), m_model->columnOf(column));
    if (!index.isValid())
        return false;
    auto* view = m_frozen && m_model->columnsInfo()[static_cast<std::size_t>(index.column())].frozen ? m_frozen : m_view;
    view->setCurrentIndex(index);
    view->scrollTo(index);
    return true;
}

QTableView* GridTable::view() const
{
    return m_view;
}

QTableView* GridTable::frozenView() const
{
    return m_frozen;
}

QJsonObject GridTable::saveState() const
{
    QJsonObject widths;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const GridColumn& info = m_model->columnsInfo()[static_cast<std::size_t>(column)];
        widths.insert(info.key, (info.frozen ? m_frozen : m_view)->columnWidth(column) / Theme::factor());
    }
    return {{QStringLiteral("widths"), widths}};
}

void GridTable::restoreState(const QJsonObject& state)
{
    const QJsonObject widths = state.value(QStringLiteral("widths")).toObject();
    for (auto it = widths.begin(); it != widths.end(); ++it) {
        const int column = m_model->columnOf(it.key());
        if (column >= 0)
            (m_model->columnsInfo()[static_cast<std::size_t>(column)].frozen ? m_frozen : m_view)->setColumnWidth(column, Theme::px(std::max(28.0, it.value().toDouble())));
    }
    placeFrozen();
}

}
