// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/compose.h"

#include "base/text_util.h"
#include "documents/line_fit.h"
#include "documents/measures.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace thidua::documents {
namespace {

constexpr std::string_view kJoiningSpace = "\xC2\xA0";

bool isDigit(std::string_view text, std::size_t at)
{
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// “Dân chủ - Kỷ cương - Tình thương”: in a title what stands between two dashes is one word of a list, and its few words stay together.
std::string boundBetweenDashes(std::string_view text)
{
    constexpr std::string_view kDashes = " - ";
    constexpr std::ptrdiff_t kFewSpaces = 2;
    std::string out(text);
    for (auto at = out.find(kDashes); at != std::string::npos;) {
        const auto from = at + kDashes.size(), to = out.find(kDashes, from);
        if (to == std::string::npos)
            break;
        auto part = out.substr(from, to - from);
        if (std::ranges::count(part, ' ') <= kFewSpaces) {
            for (auto space = part.find(' '); space != std::string::npos; space = part.find(' '))
                part.replace(space, 1, kJoiningSpace);
            out.replace(from, to - from, part);
        }
        at = out.find(kDashes, from);
    }
    return out;
}

/// True when the space at `at` stands between a word that asks for a figure (“ngày”, “Điều”, “Tổ”, “lớp”, “chủ nhiệm”, “Đợt”) and that figure.
bool followsDateWord(std::string_view text, std::size_t at)
{
    constexpr std::array<std::string_view, 10> kAnywhere{"ngày", "tháng", "Điều", "lớp", "Lớp", "khối", "Khối", "chủ nhiệm", "đợt", "Đợt"};
    const auto before = text.substr(0, at);
    const auto ends = [before](std::string_view word) { return before.ends_with(word); };
    return isDigit(text, at + 1) && (before == "Tổ" || ends(" Tổ") || std::ranges::any_of(kAnywhere, ends));
}

/// “Quyết định số 1356/QĐ-UBND”: in a centred title the number stays with its word; in running text that would stretch lines.
std::string boundNumbers(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' && isDigit(text, i + 1) && text.substr(0, i).ends_with(" số"))
            out += kJoiningSpace;
        else
            out += text[i];
    }
    return out;
}

/// True when the space stands before the dash between two words: no line begins with one, as a point of a list does.
bool beforeDash(std::string_view text, std::size_t at)
{
    return at > 0 && text.compare(at, 3, " - ") == 0;
}

/// A year alone before or behind `at`: not the end of “10/10/1954” nor the beginning of “10/10/2024”, which would bind a whole line.
bool endsYear(std::string_view text, std::size_t at)
{
    return at >= 4 && isDigit(text, at - 1) && isDigit(text, at - 4) && (at == 4 || (text[at - 5] != '/' && !isDigit(text, at - 5)));
}

bool beginsYear(std::string_view text, std::size_t at)
{
    return isDigit(text, at) && isDigit(text, at + 3) && !isDigit(text, at + 4) && (at + 4 >= text.size() || text[at + 4] != '/');
}

/// True when the space is one of the two in “2021 - 2022”.
bool insideYears(std::string_view text, std::size_t at)
{
    const bool first = text.compare(at, 3, " - ") == 0;
    if (!first && (at < 2 || text.compare(at - 2, 3, " - ") != 0))
        return false;
    const std::size_t dash = first ? at : at - 2;
    return endsYear(text, dash) && beginsYear(text, dash + 3);
}

}

std::string withoutStop(std::string text)
{
    while (!text.empty() && (text.back() == ';' || text.back() == '.' || text.back() == ',' || text.back() == ' '))
        text.pop_back();
    return text;
}

Basis basis(std::vector<std::string> lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i] = withoutStop(std::move(lines[i])) + (i + 1 < lines.size() ? ";" : ".");
    return {std::move(lines)};
}

std::vector<std::string> recipients(std::vector<std::string> lines)
{
    auto list = basis(std::move(lines)).lines;
    for (auto& line : list)
        if (!line.starts_with("- "))
            line.insert(0, "- ");
    return list;
}

Runs numberRuns(const std::string& number, const std::string& symbol)
{
    if (number.empty())
        return {{"Số:"}, {{}, false, false, measures::kNumberGap}, {"/" + symbol}};
    const bool oneFigure = number.size() == 1 && isDigit(number, 0);
    return {{"Số: " + (oneFigure ? "0" + number : number) + "/" + symbol}};
}

std::string numberText(const std::string& number, const std::string& symbol)
{
    return plainText(numberRuns(number, symbol)).substr(std::string_view("Số:").size());
}

Runs placeDateRuns(const std::string& place, const std::optional<Date>& date, DayPlace day)
{
    if (date && day == DayPlace::Printed)
        return {{place + ", " + date->words(), false, true}};
    const Run gap{{}, false, true, measures::kDayGap};
    Runs runs{{place + ", ngày", false, true}, gap, {"tháng", false, true}};
    if (date) {
        const auto words = date->words();
        runs.back().text = words.substr(words.find("tháng"));
        return runs;
    }
    runs.push_back(gap);
    runs.push_back({"năm", false, true});
    runs.push_back({{}, false, true, measures::kNumberGap});
    return runs;
}

std::string shortDate(const Date& date)
{
    const auto month = static_cast<long long>(date.month());
    return twoFigures(date.day()) + "/" + (month < 3 ? twoFigures(month) : std::to_string(month)) + "/" + std::to_string(date.year());
}

std::string glued(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' && (followsDateWord(text, i) || beforeDash(text, i) || insideYears(text, i)))
            out += kJoiningSpace;
        else
            out += text[i];
    }
    return out;
}

std::string gluedTitle(std::string_view text)
{
    std::string out = boundNumbers(gluedNames(glued(boundBetweenDashes(text))));
    for (const std::string_view name : {"Thi đua\u00A0- Khen thưởng", "THI ĐUA\u00A0- KHEN THƯỞNG"}) {
        const auto at = out.find(name);
        if (at == std::string::npos)
            continue;
        std::string bound;
        for (const char c : name)
            bound += c == ' ' ? std::string(kJoiningSpace) : std::string(1, c);
        out.replace(at, name.size(), bound);
    }
    return out;
}

std::vector<std::string> headLines(const std::vector<std::string>& names, double mm, bool bold)
{
    std::vector<std::string> lines;
    for (const auto& name : names)
        for (auto& line : balancedLines(gluedTitle(name), mm, measures::kHeadPt, bold))
            lines.push_back(std::move(line));
    return lines;
}

}
