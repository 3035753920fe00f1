// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/grid_model.h"

#include <QFrame>
#include <QJsonObject>

#include <functional>

class QScrollBar;
class QTableView;
class QVBoxLayout;

namespace thidua::ui {

class GridDelegate;
class GridView;
class SumRow;

/// What is doubtful about a pasted block: asked before anything of it is written.
struct PasteDoubt {
    QString title;
    QString text;
    QString accept; ///< the verb that writes what fits; empty: nothing can be written
};

/// A sheet for filling in: typing edits, arrows move, Enter goes down, Tab right, Ctrl+C/V copy and paste a block, Ctrl+D fills
/// down, Del clears. The first columns can be frozen. Each action of the person is one cellsEdited().
/// A word typed is a word: letters act only when the entry is completed. A pasted block passes over group rows, leaves out heading
/// rows of its own, goes to the rows that it names, and asks before it writes when it does not fit.
class GridTable : public QFrame {
    Q_OBJECT
public:
    GridTable(std::vector<GridColumn> columns, const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    /// May be called after every save: current cell, scroll position and marked errors stay.
    void setRows(QVector<GridRow> rows);
    const QVector<GridRow>& rows() const;
    /// Marks cells that a service refused. They stay marked until changed.
    void setErrors(const QVector<CellError>& errors);
    /// Values that could not be saved stay with their mark until they are saved (retry, or typed again) or given up (clearErrors).
    void refuse(const QVector<CellError>& errors);
    void retry();
    void clearErrors();
    int errorCount() const;
    /// What stands refused in its cells, for a table made anew.
    QJsonArray entries() const;
    void restoreEntries(const QJsonArray& entries);
    bool goToFirstError();
    /// One line under the rows, by column key.
    void setSums(const QHash<QString, QString>& sums);
    void setReadOnly(bool readOnly);

    std::optional<std::int64_t> currentRowId() const;
    QString currentColumn() const;
    bool goTo(std::int64_t rowId, const QString& column);
    GridModel* model() const { return m_model; }
    /// The view that has the moving columns, and the one of the frozen ones (null without).
    QTableView* view() const;
    QTableView* frozenView() const;
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);
    /// Asked about a block that does not fit; without it such a block is not written.
    void setAskPaste(std::function<bool(const PasteDoubt&)> ask) { m_askPaste = std::move(ask); }

public slots:
    void copy();
    void paste();
    void fillDown();
    void clearCells();
signals:
    void cellsEdited(const QVector<CellEdit>& edits);
    void currentChanged();
    /// Enter on a cell that cannot be edited.
    void activated(qint64 rowId);
    void errorsChanged(int count);
    /// A paste that did not fit or fell on read-only cells: how many cells were left out.
    void pasteCut(int cells);
    /// What a pasted block has written, in words: rows, from whom to whom.
    void pasteTold(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    friend class GridView;
    friend class GridDelegate;
    GridView* makeView(bool frozen);
    void buildViews();
    void tieScrollBar();
    void placeFrozen();
    bool apply(const QVector<GridModel::Typed>& typed);
    bool handleKey(class QKeyEvent* event);
    bool handlePlainKey(class QKeyEvent* event);
    bool handleTab(bool next);
    void move(int rows, int columns);
    struct Block {
        int top, left, bottom, right;
    };
    Block block() const;
    void pasteSingle(const QString& text);
    int frozenCount() const;
    GridModel* m_model;
    GridView* m_view;
    GridView* m_frozen = nullptr;
    QVBoxLayout* m_viewColumn;
    QVBoxLayout* m_frozenColumn = nullptr;
    QScrollBar* m_scroll;
    QWidget* m_underFrozen = nullptr;
    QWidget* m_shade = nullptr;
    SumRow* m_sums = nullptr;
    SumRow* m_frozenSums = nullptr;
    bool m_readOnly = false;
    std::function<bool(const PasteDoubt&)> m_askPaste;
};

}
