// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QHash>

class QLineEdit;

namespace thidua::ui {

/// The head of every table: titles of one or more lines, a sort mark, bands above groups of columns, a row of filter fields below,
/// and a tick box for all rows. Titles come from the model's headerData.
class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit TableHeader(QWidget* parent = nullptr);
    /// Band names by section; sections side by side with the same name share one.
    void setBands(const QHash<int, QString>& bands);
    /// A filter field for each of these sections, with the column's name for screen readers.
    void setFilters(const QHash<int, QString>& names);
    void setFilterText(int section, const QString& text);
    QHash<int, QString> filterTexts() const;
    QLineEdit* filterField(int section) const { return m_filters.value(section); }
    void focusFirstFilter();
    void setSortMark(int section, Qt::SortOrder order);
    void setTickState(int section, Qt::CheckState state);
    QSize sizeHint() const override;
signals:
    void filterChanged();
    /// Down or Enter in a filter field.
    void leftDown();

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;
    void updateGeometries() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void placeFilters();
    void paintTitle(QPainter& painter, const QRect& rect, int section) const;
    int titleTop() const;
    int titleHeight() const;
    QHash<int, QString> m_bands;
    QHash<int, QLineEdit*> m_filters;
    int m_sortSection = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_tickSection = -1;
    Qt::CheckState m_tickState = Qt::Unchecked;
};

}
