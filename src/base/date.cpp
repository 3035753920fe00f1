// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"

#include "base/date_reader.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace thidua {
namespace {

std::optional<int> toNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::chrono::year_month_day makeDate(int year, unsigned month, unsigned day)
{
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

template <class... Args>
std::string formatted(const char* format, Args... args)
{
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, args...);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

Result<std::chrono::year_month_day> checked(int year, int month, int day, std::string_view text)
{
    if (year < 1800 || year > 2200 || month < 1 || month > 12)
        return fail(ErrorCode::Validation, "date.impossible", {std::string(text)});
    const auto date = makeDate(year, static_cast<unsigned>(month), static_cast<unsigned>(day < 0 ? 0 : day));
    if (!date.ok()) {
        const auto last = std::chrono::year_month_day{date.year() / date.month() / std::chrono::last};
        return fail(ErrorCode::Validation, "date.no-such-day",
                    {std::string(text), std::to_string(month), std::to_string(static_cast<unsigned>(last.day()))});
    }
    return date;
}

}

Date::Date(int year, unsigned month, unsigned day) : m_date(makeDate(year, month, day))
{
    if (!m_date.ok())
        throw std::invalid_argument("no such day");
}

Result<Date> Date::fromIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return fail(ErrorCode::Validation, "date.not-iso", {std::string(text)});
    const auto year = toNumber(text.substr(0, 4));
    const auto month = toNumber(text.substr(5, 2));
    const auto day = toNumber(text.substr(8, 2));
    if (!year || !month || !day)
        return fail(ErrorCode::Validation, "date.not-iso", {std::string(text)});
    TD_TRY(const auto date, checked(*year, *month, *day, text));
    return Date(date);
}

Result<Date> Date::parse(std::string_view input)
{
    TD_TRY(const auto read, readDay(input));
    if (!read.day.date)
        return fail(ErrorCode::Validation, "date.not-date", {std::string(trimmed(input))});
    return *read.day.date;
}

Date Date::fromDays(std::chrono::sys_days days)
{
    return Date(std::chrono::year_month_day{days});
}

std::optional<Date> Date::of(int year, int month, int day)
{
    const auto date = checked(year, month, day, {});
    return date ? std::optional(Date(*date)) : std::nullopt;
}

std::string Date::iso() const
{
    return formatted("%04d-%02u-%02u", year(), month(), day());
}

std::string Date::vn() const
{
    return formatted("%02u/%02u/%04d", day(), month(), year());
}

std::string Date::words() const
{
    const char* monthFormat = month() < 3 ? "%02u" : "%u";
    return "ngày " + formatted("%02u", day()) + " tháng " + formatted(monthFormat, month()) + " năm " + std::to_string(year());
}

Date Date::monday() const
{
    return fromDays(days() - (std::chrono::weekday{days()} - std::chrono::Monday));
}

Date Date::plusDays(int count) const
{
    return fromDays(days() + std::chrono::days{count});
}

Date Date::plusMonths(int count) const
{
    auto moved = m_date + std::chrono::months{count};
    if (!moved.ok())
        moved = moved.year() / moved.month() / std::chrono::last;
    return Date(moved);
}

int fullMonthsBetween(Date from, Date to)
{
    if (to < from)
        return 0;
    const int months = (to.year() - from.year()) * 12 + static_cast<int>(to.month()) - static_cast<int>(from.month());
    return from.plusMonths(months) > to ? months - 1 : months;
}

int daysBetween(Date from, Date to)
{
    return static_cast<int>((to.days() - from.days()).count());
}

std::optional<Date> dayWithin(int day, int month, Date first, Date last)
{
    for (int year = first.year(); year <= last.year(); ++year)
        if (const auto on = Date::of(year, month, day); on && first <= *on && *on <= last)
            return on;
    return std::nullopt;
}

Result<PartialDate> PartialDate::fromText(std::string_view text)
{
    // A column that asks for the form of a day keeps a year alone as 2015-00-00.
    if (text.size() == 4 || (text.size() == 10 && text.substr(4) == "-00-00")) {
        const auto year = toNumber(text.substr(0, 4));
        if (year && *year >= 1800 && *year <= 2200)
            return PartialDate{*year, std::nullopt};
        return fail(ErrorCode::Validation, "date.not-date", {std::string(text)});
    }
    TD_TRY(const auto date, Date::fromIso(text));
    return PartialDate{date.year(), date};
}

Result<PartialDate> PartialDate::parse(std::string_view input)
{
    TD_TRY(const auto read, readDay(input));
    return read.day;
}

std::string PartialDate::text() const
{
    return date ? date->iso() : std::to_string(year);
}

std::string PartialDate::vn() const
{
    return date ? date->vn() : std::to_string(year);
}

}
