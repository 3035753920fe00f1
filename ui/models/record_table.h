// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_source.h"

#include <QFrame>
#include <QJsonObject>
#include <QSet>
#include <QVector>
#include <functional>

class QAction;
class QModelIndex;
class QPushButton;
class QScrollBar;
class QTableView;

namespace thidua::ui {

class ArrangedModel;
class CellDelegate;
class EmptyState;
class FilterNotice;
class FlowLayout;
class Label;
class RecordView;
class SumRow;
class TableHeader;

/// What is shown, as plain text: for export and print of any list (filter, order, groups and visible columns respected).
struct ShownTable {
    QStringList headers;
    std::vector<Align> aligns;
    struct Row {
        bool group = false;  ///< one cell: the heading
        QStringList cells;
    };
    std::vector<Row> rows;
};

/// A list in a frame: toolbar, header with filters, rows, sums. Sorting by header, grouping, column menu, ticks, copy as a block.
/// Enter opens, F2 edits, Del asks, Space ticks, Ctrl+A ticks all shown, Ctrl+C copies, Ctrl+Shift+C copies with headers,
/// Down in a filter goes into the rows, Left/Right or Enter on a group row folds it.
class RecordTable : public QFrame {
    Q_OBJECT
public:
    /// `source` must live as long as the table. `name` is the objectName and the accessible name's fallback.
    RecordTable(RecordSource* source, const QString& name, const QString& accessibleName, QWidget* parent = nullptr);
    ~RecordTable() override;

    // What it offers; set once.
    void setTickable(bool on);
    void setFilterRow(bool on);
    void setSumRow(bool on);
    void setTwoLineRows(bool on);                        ///< rows 44 px high
    void setToolbarVisible(bool on);
    void setFramed(bool on);                             ///< false inside a card
    void setEmptyState(EmptyState* state);               ///< shown while the source has no rows at all
    void setRowActions(const QList<QAction*>& actions);  ///< context menu
    void setMarkedActions(const QList<QAction*>& actions); ///< at the right of the toolbar while rows are ticked
    void addToToolbar(QWidget* widget);                  ///< left, before the table's own “Cột” and “Sao chép”
    void addToToolbarRight(QWidget* widget);
    /// “Xuất…” stands beside “Sao chép”, and does this; the page knows where files go.
    void setExport(std::function<void()> run);

    // What it shows.
    void sortBy(const QString& column, Qt::SortOrder order = Qt::AscendingOrder);
    void setGrouping(const QString& key);                ///< empty: none
    QString grouping() const;
    void setGroupFolded(const QString& label, bool folded);
    /// A further condition by row of the source, beside the filter row (segments). Null takes it away.
    void setExtraFilter(std::function<bool(int sourceRow)> accepts);
    void setColumnFilter(const QString& column, const QString& text);
    void focusFilter();
    /// Takes away every filter of the person's: the filter row, and by filtersCleared() what the page narrows by.
    void clearFilters();

    std::optional<std::int64_t> currentId() const;
    bool setCurrentId(std::int64_t id);
    QVector<std::int64_t> selectedIds() const;
    QVector<std::int64_t> tickedIds() const;
    void setTicked(const QVector<std::int64_t>& ids);
    QVector<std::int64_t> shownIds() const;
    /// `written`: for another program, which reads names as they are.
    ShownTable shown(bool written = false) const;
    QTableView* view() const;
    /// Column widths, order, visibility, sort, grouping and filters, by column key.
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

public slots:
    void copy();
    void copyWithHeaders();
signals:
    void currentChanged();
    void activated(qint64 id);
    void editRequested(qint64 id);
    void removeRequested(const QVector<std::int64_t>& ids);
    void ticksChanged();
    /// Ctrl+V with a block from Excel.
    void pasted(const QVector<QStringList>& rows);
    /// The number of rows shown changed.
    void shownChanged();
    /// “Bỏ lọc”: the page puts back the controls behind setExtraFilter().
    void filtersCleared();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class RecordView;
    void buildToolbar();
    void buildView();
    void connectAll();
    void onArranged();
    void onTicks();
    void onCurrent(const QModelIndex& current);
    void choose(const QModelIndex& index);
    void onHeaderClicked(int section);
    void addGroupButton();
    void updateToolbar();
    void placeEmpty();
    void copyBlock(bool headers);
    void pasteBlock();
    void showColumnMenu();
    void stretchColumns();
    bool handleKey(class QKeyEvent* event);
    bool handleGroupKey(int key);
    bool handleTickKey(class QKeyEvent* event);
    RecordSource* m_source;
    ArrangedModel* m_model;
    RecordView* m_view;
    TableHeader* m_header;
    CellDelegate* m_delegate;
    SumRow* m_sums = nullptr;
    EmptyState* m_empty = nullptr;
    FilterNotice* m_filterNotice;
    Label* m_nothing;
    QWidget* m_toolbar;
    FlowLayout* m_tools;
    int m_left = 0; ///< how many tools stand before the table's own
    QList<QPushButton*> m_marked;
    Label* m_markedCount;
    QPushButton* m_group = nullptr;
    QPushButton* m_export = nullptr;
    QScrollBar* m_scroll;
    QList<QAction*> m_rowActions;
    QList<QAction*> m_markedActions;
    std::vector<int> m_bases; ///< column widths before stretching
    bool m_tickable = false;
    bool m_stretching = false;
    std::optional<std::int64_t> m_lastCurrent;
};

}
