// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit.h"
#include "ui/pages/staff/staff_facts.h"

namespace thidua::ui {

/// One person in full: own data, the way of this year's honours, what may be considered by the rules of a day, everything received so far.
class StaffDetails : public QWidget {
    Q_OBJECT
public:
    StaffDetails(const services::StaffRow& row, const StaffFacts& facts, Date today, Date considered, QWidget* parent = nullptr);
signals:
    /// An honour of the list was chosen.
    void honourOpened(qint64 id);
    void activityOpened(qint64 id);

private:
    void addOwn(const services::StaffRow& row, Date today);
    void addWays(const std::vector<StaffFacts::Way>& ways);
    void addOccupation(const std::vector<services::OccupationLine>& lines, Date considered);
    void addActivities(const std::vector<services::ActivityRow>& activities);
    void addHonours(const std::vector<services::HonourHistoryRow>& honours);
};

}
