// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QVector>

class QListView;
class QPushButton;
class QStandardItemModel;

namespace thidua::ui::prepare {

struct OrderedItem {
    QString text;
    QString second{};
    bool strong = false;
};

/// The parts of a paper in the order in which they print: add, remove, move. Alt+Up/Down moves, Del removes.
class OrderedList : public QFrame {
    Q_OBJECT
public:
    /// `name` is the objectName of the view; `empty` the sentence while there is nothing.
    OrderedList(const QString& name, const QString& accessibleName, const QString& addText, const QString& empty,
                QWidget* parent = nullptr);
    /// Keeps the current row where it still exists.
    void setItems(const QVector<OrderedItem>& items);
    void setItem(int row, const OrderedItem& item);
    int count() const;
    /// -1 when there is none.
    int current() const;
    void setCurrent(int row);
    void setReadOnly(bool readOnly);
    /// False: the order is not the person's to choose.
    void setMovable(bool movable);
    QListView* view() const { return m_view; }
signals:
    void currentChanged(int row);
    void addClicked();
    void removeClicked(int row);
    void moveClicked(int row, int by);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFoot(class QVBoxLayout* column, const QString& name, const QString& addText);
    void updateButtons();
    void move(int by);
    QListView* m_view;
    QStandardItemModel* m_model;
    QWidget* m_empty = nullptr;
    QWidget* m_foot = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_remove = nullptr;
    bool m_readOnly = false;
    bool m_movable = true;
    bool m_filling = false;
};

}
