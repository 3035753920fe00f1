// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date_reader.h"

#include "base/text_util.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace thidua {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2200;

std::optional<int> numberOf(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Result<Date> dayOf(int year, int month, int day, const std::string& text)
{
    if (month < 1 || month > 12)
        return fail(ErrorCode::Validation, "date.impossible", {text, "month"});
    if (year < kFirstYear || year > kLastYear)
        return fail(ErrorCode::Validation, "date.impossible", {text, "year"});
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(std::max(day, 0))}};
    if (!date.ok()) {
        const std::chrono::year_month_day last{date.year() / date.month() / std::chrono::last};
        return fail(ErrorCode::Validation, "date.no-such-day", {text, std::to_string(month), std::to_string(static_cast<unsigned>(last.day()))},
                    std::to_string(year));
    }
    return Date::fromDays(std::chrono::sys_days{date});
}

/// The century of a year of two figures. `month` and `day` decide in the year that a sense begins or ends.
int fullYear(int figures, int month, int day, const DateSense& sense)
{
    if (!sense.earliest && !sense.latest)
        return figures + (figures > 60 ? 1900 : 2000);
    const auto at = [](int year, int month_, int day_) { return year * 10000 + month_ * 100 + day_; };
    const auto fits = [&](int year) {
        const int here = at(year, month, day);
        const auto of = [&at](const Date& date) { return at(date.year(), static_cast<int>(date.month()), static_cast<int>(date.day())); };
        return (!sense.earliest || here >= of(*sense.earliest)) && (!sense.latest || here <= of(*sense.latest));
    };
    for (const int year : {2000 + figures, 1900 + figures})
        if (fits(year))
            return year;
    // Neither fits: what is said about the cell should name the likelier one, which is the past.
    return sense.latest && 2000 + figures > sense.latest->year() ? 1900 + figures : 2000 + figures;
}

/// "ngày 4 tháng 10 năm 2021" and "4 / 10 / 2021" as 4/10/2021; a time behind the day goes.
std::string plainForm(std::string_view input, bool fromSheet)
{
    std::string text = lower(normalised(input));
    for (const char* word : {"ngày", "sinh"})
        if (text.rfind(word, 0) == 0)
            text.erase(0, std::string_view(word).size());
    for (const char* word : {"tháng", "năm"})
        if (const auto at = text.find(word); at != std::string::npos)
            text.replace(at, std::string_view(word).size(), at == 0 || normalised(text.substr(0, at)).empty() ? "" : "/");
    if (const auto at = text.find(':'); fromSheet && at != std::string::npos)
        text.erase(std::min(text.rfind(' ', at), at));
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool bySign = (i > 0 && std::string_view("/-.").find(text[i - 1]) != std::string_view::npos)
            || (i + 1 < text.size() && std::string_view("/-.").find(text[i + 1]) != std::string_view::npos);
        if (text[i] != ' ' || !bySign)
            out += text[i];
    }
    return normalised(out);
}

std::vector<std::string> partsOf(const std::string& text)
{
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (std::string_view("/-. ").find(c) != std::string_view::npos)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// Figures alone: a year, the day's number of Excel, or ddmmyyyy.
std::optional<Result<ReadDay>> figuresAlone(const std::string& text, const DateSense& sense)
{
    const auto number = numberOf(text);
    if (!number)
        return std::nullopt;
    if (text.size() == 4 && *number >= kFirstYear && *number <= kLastYear)
        return ReadDay{{*number, std::nullopt}, false};
    if (text.size() == 2 && (sense.earliest || sense.latest))
        return ReadDay{{fullYear(*number, 6, 30, sense), std::nullopt}, true};
    if (sense.fromSheet && text.size() == 5) {
        // Excel counts days from 31/12/1899 and takes 1900 for a leap year.
        const auto date = Date(1899, 12, 30).plusDays(*number);
        return ReadDay{{date.year(), date}, true};
    }
    if (sense.fromSheet && text.size() == 8) {
        const auto date = dayOf(*number % 10000, *number / 10000 % 100, *number / 1000000, text);
        if (!date)
            return tl::unexpected<Error>(date.error());
        return ReadDay{{date->year(), *date}, true};
    }
    return std::nullopt;
}

}

DateSense birthSense(Date today)
{
    return {std::nullopt, today};
}

DateSense employmentSense(const std::optional<PartialDate>& birth, Date today)
{
    DateSense sense{std::nullopt, today.plusMonths(12)};
    if (birth)
        sense.earliest = birth->date ? birth->date->plusMonths(18 * 12) : Date(birth->year + 18, 1, 1);
    return sense;
}

Result<ReadDay> readDay(std::string_view input, const DateSense& sense)
{
    const auto shown = normalised(input);
    const auto text = plainForm(input, sense.fromSheet);
    if (auto figures = figuresAlone(text, sense))
        return *figures;
    const auto parts = partsOf(text);
    if (parts.size() == 2 && parts[1].size() == 4)
        if (const auto month = numberOf(parts[0]), year = numberOf(parts[1]); month && year && *month >= 1 && *month <= 12 && *year >= kFirstYear && *year <= kLastYear)
            return ReadDay{{*year, std::nullopt}, true};
    if (parts.size() != 3)
        return fail(ErrorCode::Validation, "date.not-date", {shown});
    const auto first = numberOf(parts[0]), second = numberOf(parts[1]), third = numberOf(parts[2]);
    const bool iso = parts[0].size() == 4 && parts[1].size() == 2 && parts[2].size() == 2 && text[4] == '-';
    const bool shortYear = parts[2].size() == 2 && !iso;
    if (!first || !second || !third || (!iso && !shortYear && parts[2].size() != 4))
        return fail(ErrorCode::Validation, "date.not-date", {shown});
    const int year = iso ? *first : shortYear ? fullYear(*third, *second, *first, sense) : *third;
    TD_TRY(const auto date, dayOf(year, *second, iso ? *third : *first, shown));
    return ReadDay{{date.year(), date}, shortYear};
}

}
