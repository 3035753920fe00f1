// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/schedule/school_calendar.h"
#include "ui/pages/kit/list_page_of.h"

class QStackedWidget;

namespace thidua::ui::prepare {

class MonthView;

/// Lịch năm học: everything with a day, by month and as a list. Days that are observed are kept here.
class CalendarPage final : public ListPageOf<services::CalendarEntry> {
    Q_OBJECT
public:
    CalendarPage(PageInfo info, Shell& shell, SchoolContext& context);
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    void find() override;
    void togglePanel() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    bool isList() const;

protected:
    std::vector<services::CalendarEntry> readRows() override;
    QString summary() const override;
    void show(const services::CalendarEntry& entry) override;

private:
    using Row = services::CalendarEntry;
    void declareColumns();
    void declareVerbs();
    void showView(bool list);
    void openEntry(const Row& row);
    void openForm(const Row* row);
    void addUsual();
    void remove(const Row& row);
    SegmentBar* m_which;
    QStackedWidget* m_stack;
    MonthView* m_month;
    Date m_firstDay{2000, 1, 1};
    Date m_lastDay{2000, 1, 1};
    std::size_t m_soon = 0; ///< due within a week
};

}
