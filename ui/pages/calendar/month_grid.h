// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "ui/theme/tokens.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace thidua::ui::prepare {

/// A month as on a wall: seven columns from Monday, the school week at the left, the names of what falls on each day.
/// Arrows walk by days, PgUp and PgDn by months, Home and End to its ends; Enter opens the day.
class MonthGrid : public QWidget {
    Q_OBJECT
public:
    struct Item {
        Date on{2000, 1, 1};
        QString text;
        QString icon;
        Tone tone = Tone::Mute;
    };
    explicit MonthGrid(QWidget* parent = nullptr);
    /// `weekOf` says the school week of a day, 0 outside the year.
    void setItems(std::vector<Item> items, Date today, std::function<int(Date)> weekOf);
    /// Shows the day's month and chooses the day.
    void setCurrent(Date day);
    Date current() const { return m_current; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
signals:
    void dayChosen();
    /// Enter or a double click.
    void dayOpened();

protected:
    /// The whole names of the day under the mouse.
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Date firstShown() const;
    int rowCount() const;
    QRect cellOf(int row, int column) const;
    std::optional<Date> dayAt(const QPoint& place) const;
    void paintHead(QPainter& painter) const;
    void paintDay(QPainter& painter, Date day, const QRect& cell) const;
    QStringList namesOn(Date day) const;
    void choose(Date day);
    std::vector<Item> m_items;
    std::function<int(Date)> m_weekOf;
    Date m_today{2000, 1, 1};
    Date m_current{2000, 1, 1};
};

}
