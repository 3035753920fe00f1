// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"
#include "services/law/occupations.h"
#include "services/people/people_service.h"
#include "ui/pages/staff/chain_view.h"

#include <QString>

namespace thidua::ui {

/// What stands beside a person besides their own data: honours received, and the way of this year's registration.
class StaffFacts {
public:
    struct Way {
        QString honour;
        std::vector<ChainView::Step> steps;
    };
    /// `file` must outlive it. Each call reads what it answers; a part that cannot be read stays empty.
    StaffFacts(services::SchoolFile& file, domain::SchoolYearId year);
    std::vector<services::HonourHistoryRow> honoursOf(domain::PersonId person) const;
    /// What they did, all school years, the newest first.
    std::vector<services::ActivityRow> activitiesOf(domain::PersonId person) const;
    std::vector<Way> waysOf(domain::PersonId person) const;
    std::vector<services::OccupationLine> occupationOf(const services::StaffRow& row, Date on) const;

private:
    services::SchoolFile& m_file;
    domain::SchoolYearId m_year;
};

/// “Giáo viên chủ nhiệm lớp 2C”, else the position's name.
QString postOf(const services::StaffRow& row);
/// “17 năm 8 tháng”; empty before the first day.
QString serviceText(Date from, Date today);

}
