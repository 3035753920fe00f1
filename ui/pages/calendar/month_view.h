// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/schedule/school_calendar.h"
#include "ui/kit.h"

namespace thidua::ui {
class Stack;
}

namespace thidua::ui::prepare {

class MonthGrid;

/// The sign and tone of a kind of entry.
QString iconOf(services::CalendarKind kind);
Tone toneOf(services::CalendarKind kind);

/// The calendar by month: the grid, and beside it what falls on the chosen day, each line a way to its row.
class MonthView : public QWidget {
    Q_OBJECT
public:
    explicit MonthView(QWidget* parent = nullptr);
    void setCalendar(const services::SchoolCalendar& calendar, Date today);
    MonthGrid* grid() const { return m_grid; }
signals:
    void entryOpened(qint64 id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    void goTo(Date day);
    void showMonthAndDay();
    void showDay();
    void addEntry(const services::CalendarEntry& entry, const QString& note);
    void openDay();
    std::optional<services::SchoolCalendar> m_calendar;
    Date m_today{2000, 1, 1};
    QBoxLayout* m_halves;
    QFrame* m_side;
    Label* m_title;
    MonthGrid* m_grid;
    Stack* m_day;
};

}
