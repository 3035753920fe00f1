// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace thidua {

/// A calendar day that exists. There is no empty date: use std::optional.
class Date {
public:
    /// Aborts by exception (std::invalid_argument) when the day does not exist: for constants. People's input goes through parse.
    Date(int year, unsigned month, unsigned day);

    /// `2021-10-04`, the form of files and of the command line.
    static Result<Date> fromIso(std::string_view text);
    /// What people type: `4/10/2021`, `04-10-2021`, `4.10.21`; a year of two figures is 19xx above 60, else 20xx.
    static Result<Date> parse(std::string_view text);
    static Date fromDays(std::chrono::sys_days days);
    /// Nothing where the calendar has no such day (29/02 of a common year).
    static std::optional<Date> of(int year, int month, int day);

    int year() const { return static_cast<int>(m_date.year()); }
    unsigned month() const { return static_cast<unsigned>(m_date.month()); }
    unsigned day() const { return static_cast<unsigned>(m_date.day()); }
    std::chrono::sys_days days() const { return std::chrono::sys_days{m_date}; }

    std::string iso() const;  ///< 2021-10-04
    std::string vn() const;   ///< 04/10/2021
    /// `ngày 04 tháng 10 năm 2021`; by Nghị định 30/2020 only days under 10 and months 1 and 2 carry a leading zero.
    std::string words() const;

    /// The Monday of its week.
    Date monday() const;
    Date plusDays(int count) const;
    /// Clamped to the month's last day.
    Date plusMonths(int count) const;

    friend auto operator<=>(const Date&, const Date&) = default;

private:
    explicit Date(std::chrono::year_month_day date) : m_date(date) {}
    std::chrono::year_month_day m_date;
};

/// Whole months from `from` to `to`: 2021-09-05 to 2022-05-05 is 8. Zero when `to` is earlier.
int fullMonthsBetween(Date from, Date to);
/// Days from `from` to `to`; negative when `to` is earlier.
int daysBetween(Date from, Date to);
/// The first such day of the calendar from `first` to `last`, both included.
std::optional<Date> dayWithin(int day, int month, Date first, Date last);

/// Half open: `from` belongs to it, `to` does not; without `to` it is open.
struct DateRange {
    Date from;
    std::optional<Date> to;
    bool contains(Date date) const { return from <= date && (!to || date < *to); }
    friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// A day or, where only that is known, a year (birth dates in old lists): text form `1986-05-12` or `1986`.
struct PartialDate {
    int year = 0;
    std::optional<Date> date;
    static Result<PartialDate> fromText(std::string_view text);
    /// What people type, a year alone included.
    static Result<PartialDate> parse(std::string_view text);
    std::string text() const;
    std::string vn() const;
    friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

}
