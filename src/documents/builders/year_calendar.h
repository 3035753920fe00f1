// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

struct CalendarLine {
    std::string day;      ///< 20/11; empty for what began before
    std::string weekday;  ///< Thứ Bảy
    int week = 0;         ///< of the school year; 0: outside it
    std::string kind;
    std::string text;
    std::string note;
};
struct CalendarMonth {
    std::string name;     ///< Tháng 11 năm 2021
    std::vector<CalendarLine> lines;
};

/// Lịch thi đua of a school year, month by month, landscape.
struct YearCalendarView {
    IssuerView issuer;
    SchoolYear year{0};
    std::vector<CalendarMonth> months;
};
Document yearCalendar(const YearCalendarView& view, const Template& words = shippedTemplate("year-calendar"));

}
