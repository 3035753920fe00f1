// SPDX-License-Identifier: GPL-3.0-or-later
// Days that the calendar does not have, anniversaries that do not add up, events counted wrongly, school years.
#include "base/list_marks.h"
#include "base/text_util.h"
#include "proofread/checks.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

constexpr int kEarliestYear = 1850; ///< what a school writes about lies later
constexpr int kLatestYear = 2100;

unsigned lengthOf(int year, int month)
{
    const auto last = std::chrono::year{year > 0 ? year : 2024} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last;
    return static_cast<unsigned>(last.day());
}

std::string dayText(int day, int month, int year)
{
    return twoFigures(day) + "/" + twoFigures(month) + (year > 0 ? "/" + std::to_string(year) : std::string());
}

/// Another day in the way in which this one is written: in figures, or “ngày … tháng … năm …”.
std::string writtenLike(const Line& line, const WrittenDay& day, int number, int month)
{
    if (line.plain()[day.where.from] != 'n')
        return dayText(number, month, day.year);
    const auto start = line.quote(day.where.from, day.where.from + 4); // “ngày”
    return start + " " + twoFigures(number) + " tháng " + std::to_string(month) + " năm " + std::to_string(day.year);
}

/// The same day with one figure of its year put right: the year of a known anniversary.
std::string rightYear(const WrittenDay& day, const Book& book)
{
    for (const auto& known : book.anniversaries)
        if (known.on.day() == static_cast<unsigned>(day.day) && known.on.month() == static_cast<unsigned>(day.month))
            return known.on.vn();
    return {};
}

void checkDay(const Line& line, const WrittenDay& day, const Book& book, Findings& findings)
{
    if (day.month < 1 || day.month > 12) {
        const bool swapped = day.day >= 1 && day.day <= 12 && day.month <= 31 && day.month > 12;
        add(findings, line, day.where, "impossible-date", "month", {std::to_string(day.month)}, swapped ? writtenLike(line, day, day.month, day.day) : std::string());
    } else if (day.day < 1 || day.day > static_cast<int>(lengthOf(day.year, day.month))) {
        const auto last = lengthOf(day.year, day.month);
        add(findings, line, day.where, "impossible-date", "day",
            {std::to_string(day.month) + (day.year > 0 ? "/" + std::to_string(day.year) : std::string()), std::to_string(last)},
            day.day > 0 ? writtenLike(line, day, static_cast<int>(last), day.month) : std::string());
    } else if (day.year > 0 && (day.year < kEarliestYear || day.year > kLatestYear)) {
        add(findings, line, day.where, "impossible-date", "year", {std::to_string(day.year)}, rightYear(day, book));
    }
}

int weekdayOf(const std::string& plain)
{
    static const std::vector<std::pair<std::string, int>> kNames = {{"chu nhat", 0}, {"hai", 1}, {"ba", 2}, {"tu", 3}, {"nam", 4}, {"sau", 5}, {"bay", 6},
                                                                    {"2", 1}, {"3", 2}, {"4", 3}, {"5", 4}, {"6", 5}, {"7", 6}};
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return plain.ends_with(name.first); });
    return found == kNames.end() ? -1 : found->second;
}

void checkWeekday(const Line& line, const WrittenDay& day, Findings& findings)
{
    static const std::regex kBefore(R"((^|[^a-z])(thu\s{1,2}(hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\s?,?\s?\(?\s?(ngay\s{1,2})?$)");
    const auto before = line.plain().substr(day.where.from > 24 ? day.where.from - 24 : 0, std::min<std::size_t>(day.where.from, 24));
    std::smatch match;
    if (!day.date || !std::regex_search(before, match, kBefore))
        return;
    const int written = weekdayOf(match[2].str());
    const auto real = std::chrono::weekday(day.date->days()).c_encoding();
    if (written < 0 || written == static_cast<int>(real))
        return;
    const auto start = day.where.from - before.size() + spanOf(match, 2).from;
    add(findings, line, {start, day.where.to}, "impossible-date", "weekday", {day.date->vn(), "\x1fproof.weekday." + std::to_string(real)});
}

/// "75 năm Ngày …": the number of years, and how far the words reach that belong to it.
struct Remembered {
    Span years;        ///< of "75 năm"
    int count = 0;
    Span words;        ///< from the number to the end of the clause
};

std::vector<Remembered> rememberedIn(const Line& line)
{
    static const std::regex kYears(R"((^|[^0-9/.,])((\d{1,4})\s{1,2}nam)(?![a-z0-9]|\s{1,2}(hoc|\d{4})))");
    std::vector<Remembered> found;
    for (const auto& match : matches(line.plain(), kYears))
        found.push_back({spanOf(match, 2), std::stoi(match[3].str()), {spanOf(match, 2).from, line.plain().size()}});
    for (std::size_t at = 0; at < found.size(); ++at) {
        auto end = at + 1 < found.size() ? found[at + 1].years.from : line.plain().size();
        end = std::min(end, line.plain().find(';', found[at].words.from));
        const auto closed = line.plain().find(')', found[at].words.from);
        found[at].words.to = std::min(end, closed == std::string::npos ? end : closed + 1);
    }
    return found;
}

/// "(3/2/1930 - 3/2/2025)", "(1954-2024)".
struct Range {
    Span where;
    int day = 0;
    int month = 0;
    int from = 0;
    int to = 0;
};

std::optional<Range> rangeIn(const Line& line, Span words)
{
    static const std::regex kRange(R"(\(\s?(?:ngay\s)?(?:(\d{1,2})\s?[/.]\s?(\d{1,2})\s?[/.]\s?)?(\d{4})\s?-\s?(?:ngay\s)?(?:\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?)?(\d{4})\s?\))");
    const auto text = line.plain().substr(words.from, words.to - words.from);
    std::smatch match;
    if (!std::regex_search(text, match, kRange))
        return std::nullopt;
    auto where = spanOf(match);
    const auto figures = [&](std::size_t group) { return match[group].matched ? std::stoi(match[group].str()) : 0; };
    return Range{{where.from + words.from, where.to + words.from}, figures(1), figures(2), figures(3), figures(4)};
}

bool anyOf(const std::string& text, const std::vector<std::string>& phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) { return text.find(phrase) != std::string::npos; });
}

const Anniversary* eventIn(const std::vector<Anniversary>& events, const std::string& text)
{
    const auto found = std::find_if(events.begin(), events.end(), [&](const Anniversary& event) { return anyOf(text, event.phrases) && !anyOf(text, event.unless); });
    return found == events.end() ? nullptr : &*found;
}

/// The year that a line is about: "+ Năm 2025: …".
std::optional<int> yearOfLine(const Line& line)
{
    static const std::regex kYear(R"(^[\s*+.\-]{0,6}(trong\s)?nam\s{0,2}(\d{4})\s?[:,])");
    std::smatch match;
    return std::regex_search(line.plain(), match, kYear) ? std::optional(std::stoi(match[2].str())) : std::nullopt;
}

std::string rangeText(Date from, int to)
{
    return "(" + from.vn() + " - " + dayText(static_cast<int>(from.day()), static_cast<int>(from.month()), to) + ")";
}

void checkRange(const Line& line, const Remembered& remembered, const Range& range, const Anniversary* event, Findings& findings)
{
    const int years = range.to - range.from;
    const Span whole{remembered.years.from, range.where.to};
    // "Kế hoạch 5 năm (2021 - 2025)" counts both ends; an anniversary names days, or is remembered.
    const auto clause = remembered.years.from > 16 ? remembered.years.from - 16 : 0;
    const bool named = line.plain().substr(clause, range.where.from - clause).find("ky niem") != std::string::npos;
    if (range.day == 0 && !event && (!named || years + 1 == remembered.count))
        return;
    const bool wrongStart = event && (range.from != event->on.year() || (range.day > 0 && (range.day != static_cast<int>(event->on.day()) || range.month != static_cast<int>(event->on.month()))));
    if (years == remembered.count && !wrongStart)
        return;
    if (event && wrongStart && range.to > event->on.year()) {
        const int right = range.to - event->on.year();
        add(findings, line, whole, "anniversary-years", "anniversary-start",
            {event->name, event->on.vn(), std::to_string(range.to), std::to_string(right)},
            std::to_string(right) + " năm" + line.quote(remembered.years.to, range.where.from) + rangeText(event->on, range.to));
    } else if (years != remembered.count) {
        add(findings, line, remembered.years, "anniversary-years", "anniversary-count",
            {std::to_string(range.from), std::to_string(range.to), std::to_string(years), std::to_string(remembered.count)}, std::to_string(years) + " năm");
    }
}

}

void checkDays(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& line : document.lines) {
        for (const auto& day : line.days()) {
            checkDay(line, day, book, findings);
            checkWeekday(line, day, findings);
        }
    }
}

void checkAnniversaries(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& line : document.lines) {
        for (const auto& remembered : rememberedIn(line)) {
            const auto words = line.plain().substr(remembered.words.from, remembered.words.to - remembered.words.from);
            const auto* event = eventIn(book.anniversaries, words);
            if (const auto range = rangeIn(line, remembered.words)) {
                checkRange(line, remembered, *range, event, findings);
                continue;
            }
            // Without its two days: by the year that the line is about, or the one day that stands behind.
            auto year = yearOfLine(line);
            for (const auto& day : line.days())
                if (day.date && event && day.where.from >= remembered.words.from && day.where.to <= remembered.words.to && day.day == static_cast<int>(event->on.day())
                    && day.month == static_cast<int>(event->on.month()) && day.year != event->on.year())
                    year = day.year;
            if (event && year && *year > event->on.year() && *year - event->on.year() != remembered.count) {
                const int right = *year - event->on.year();
                add(findings, line, remembered.years, "anniversary-years", "anniversary-start",
                    {event->name, event->on.vn(), std::to_string(*year), std::to_string(right)}, std::to_string(right) + " năm");
            }
        }
    }
}

namespace {

/// The year that stands with an event: in brackets or "năm …" behind it, else the line's own.
std::optional<int> yearBehind(const Line& line, std::size_t from)
{
    static const std::regex kYear(R"(^[^;.:]{0,60}?(nam\s|\(|nhiem ky\s)(\d{4})(?!\d))");
    std::smatch match;
    const auto behind = line.plain().substr(from, 80);
    if (std::regex_search(behind, match, kYear))
        return std::stoi(match[2].str());
    return yearOfLine(line);
}

void checkEvent(const Line& line, const CountedEvent& event, const std::regex& pattern, Findings& findings)
{
    for (const auto& match : matches(line.plain(), pattern)) {
        const auto where = spanOf(match);
        const auto around = line.plain().substr(where.from, where.to - where.from + 30);
        const auto written = match[2].str();
        const auto number = std::isdigit(static_cast<unsigned char>(written[0])) ? std::optional(std::stoi(written)) : romanValue(written);
        if (!number || anyOf(around, event.unless) || event.years.empty())
            continue;
        const auto year = yearBehind(line, where.to);
        const auto known = event.years.find(*number);
        const auto right = !year ? event.years.end()
                                 : std::find_if(event.years.begin(), event.years.end(), [&](const auto& one) { return one.second == *year; });
        const auto name = [&](int value) { return event.roman ? roman(static_cast<std::size_t>(value)) : std::to_string(value); };
        const auto suggestion = right == event.years.end() ? std::string() : line.quote(where.from, spanOf(match, 2).from) + name(right->first);
        if (right != event.years.end() && right->first != *number)
            add(findings, line, where, "numbering", "event-number", {event.name, std::to_string(*year), name(right->first)}, suggestion);
        else if (known == event.years.end() && *number > event.years.rbegin()->first)
            add(findings, line, where, "numbering", "event-unknown", {event.name, name(*number), name(event.years.rbegin()->first), std::to_string(event.years.rbegin()->second)}, suggestion);
    }
}

}

void checkCountedEvents(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& line : document.lines)
        for (const auto& event : book.events)
            for (const auto& pattern : event.patterns)
                checkEvent(line, event, pattern, findings);
}

void checkSchoolYears(const Document& document, Findings& findings)
{
    static const std::regex kYears(R"(nam hoc\s{0,3}:?\s{0,2}((\d{4})\s{0,2}[-/]\s{0,2}(\d{4}))(?!\d))");
    static const std::regex kReached(R"((da dat duoc|da dat|ket qua dat duoc)(\s{1,2}duoc)?\s{1,2}(trong|cua|o)?\s{0,2}(nam hoc\s{0,3}(\d{4})\s{0,2}-\s{0,2}\d{4}))");
    for (const auto& line : document.lines) {
        for (const auto& match : matches(line.plain(), kYears)) {
            const int first = std::stoi(match[2].str());
            if (std::stoi(match[3].str()) != first + 1)
                add(findings, line, spanOf(match, 1), "school-year", "school-year", {match[1].str()}, std::to_string(first) + " - " + std::to_string(first + 1));
        }
        if (document.title != "ke hoach" || !document.schoolYear)
            continue;
        for (const auto& match : matches(line.plain(), kReached))
            if (std::stoi(match[5].str()) == *document.schoolYear)
                add(findings, line, spanOf(match), "school-year", "results-of-the-year-planned",
                    {std::to_string(*document.schoolYear) + " - " + std::to_string(*document.schoolYear + 1)},
                    line.quote(spanOf(match).from, spanOf(match, 4).from) + "năm học " + std::to_string(*document.schoolYear - 1) + " - " + std::to_string(*document.schoolYear));
    }
}

}
