// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QTableView;

namespace thidua::ui {

/// The line of sums under a table, painted under the columns of `view` wherever they are. Words may run over empty neighbours.
class SumRow : public QWidget {
    Q_OBJECT
public:
    SumRow(QTableView* view, int height, QWidget* parent = nullptr);
    /// By logical column of the view.
    void setTexts(const QHash<int, QString>& texts);
    QString textOf(int column) const { return m_texts.value(column); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTableView* m_view;
    QHash<int, QString> m_texts;
};

}
