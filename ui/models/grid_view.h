// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell_delegate.h"

#include <QTableView>

namespace thidua::ui {

class ChoiceHints;
class GridModel;
class GridTable;

/// One of the two views of a grid (frozen or moving columns); keys go to the table first.
class GridView : public QTableView {
    Q_OBJECT
public:
    explicit GridView(GridTable* table);
    /// Opens the cell's editor with what it says now.
    void editCurrent();
    /// The editor was asked for by a letter typed, not by F2 or a double click.
    bool isTyping() const { return m_typing; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    GridTable* m_table;
    bool m_typing = false;
};

/// Editors of a grid: a line, or a list for choices opened by F2 or a double click; while one types where there are choices, those that the
/// letters may mean stand under the line. What is typed goes to GridTable as one action.
class GridDelegate : public CellDelegate {
    Q_OBJECT
public:
    GridDelegate(GridTable* table, GridModel* model);
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool isTinted(const QModelIndex& index) const override;

private:
    QWidget* makeLine(QWidget* parent, const QModelIndex& index) const;
    QWidget* makeList(QWidget* parent, const QModelIndex& index) const;
    void offerChoices(QLineEdit& line, int column);
    bool moveInHints(const QKeyEvent& key);
    void finish(QWidget* editor, int rows, int columns);
    QPointer<ChoiceHints> m_hints;
    GridTable* m_table;
    GridModel* m_model;
};

}
