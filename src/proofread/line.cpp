// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread/line.h"

#include "base/code_points.h"
#include "base/symbol.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <chrono>

namespace thidua::proofread {
namespace {

bool isWordPoint(char32_t point, char plain)
{
    return (plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9') || (plain == '~' && point > 0xFF && (point < 0x2000 || point > 0x2BFF));
}

int figures(const std::smatch& match, std::size_t group)
{
    return match[group].matched && match.length(group) > 0 ? std::stoi(match[group].str()) : 0;
}

WrittenDay written(Span where, int day, int month, int year)
{
    const std::chrono::year_month_day real{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return {where, day, month, year,
            year > 0 && real.ok() ? std::optional(Date(year, static_cast<unsigned>(month), static_cast<unsigned>(day))) : std::nullopt};
}

}

Line::Line(int number, std::string_view text) : m_number(number), m_points(codePoints(nfc(text))), m_plain(plainReading(m_points)) {}

std::string Line::quote(std::size_t from, std::size_t to) const
{
    return utf8Of(std::u32string_view(m_points).substr(from, to - from));
}

bool Line::capital(std::size_t place) const
{
    return isCapital(m_points[place]);
}

std::vector<std::smatch> matches(const std::string& plain, const std::regex& pattern)
{
    return {std::sregex_iterator(plain.begin(), plain.end(), pattern), std::sregex_iterator()};
}

Span spanOf(const std::smatch& match, std::size_t group)
{
    const auto from = static_cast<std::size_t>(match.position(group));
    return {from, from + static_cast<std::size_t>(match.length(group))};
}

const std::vector<WrittenDay>& Line::days() const
{
    return m_days.get([this] { return readDays(); });
}

const std::vector<Word>& Line::words() const
{
    return m_words.get([this] { return readWords(); });
}

std::vector<WrittenDay> Line::readDays() const
{
    static const std::regex kFigures(R"((^|[^0-9/.a-z])((\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\4\s?(\d{4}))(?![0-9/]))");
    static const std::regex kWords(R"(ngay\s{1,3}(\d{1,2})\s{1,3}thang\s{1,3}(\d{1,2})\s{1,3}nam\s{1,3}(\d{4})(?!\d))");
    static const std::regex kWithoutYear(R"(ngay\s{1,3}((\d{1,2})\s?/\s?(\d{1,2}))(?![0-9/]))");
    std::vector<WrittenDay> found;
    for (const auto& match : matches(m_plain, kWords))
        found.push_back(written(spanOf(match), figures(match, 1), figures(match, 2), figures(match, 3)));
    for (const auto& match : matches(m_plain, kFigures))
        found.push_back(written(spanOf(match, 2), figures(match, 3), figures(match, 5), figures(match, 6)));
    for (const auto& match : matches(m_plain, kWithoutYear))
        found.push_back(written(spanOf(match, 1), figures(match, 2), figures(match, 3), 0));
    std::sort(found.begin(), found.end(), [](const WrittenDay& a, const WrittenDay& b) { return a.where.from < b.where.from; });
    return found;
}

std::vector<Word> Line::readWords() const
{
    std::vector<Word> words;
    for (std::size_t at = 0; at < m_plain.size();) {
        std::size_t end = at;
        while (end < m_plain.size() && isWordPoint(m_points[end], m_plain[end]))
            ++end;
        if (end > at) {
            const auto text = quote(at, end);
            words.push_back({{at, end}, text, lower(text)});
        }
        at = end + 1;
    }
    return words;
}

std::vector<std::string> foldedWords(const Line& line)
{
    std::vector<std::string> words;
    for (const auto& word : line.words())
        words.push_back(fold(word.text));
    return words;
}

}
