// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/sheet_values.h"

#include "base/vietnamese.h"
#include "services/people/post_words.h"

#include <algorithm>
#include <array>

namespace thidua::services {
namespace {

/// A year or a day.
bool isBirth(const std::string& text)
{
    return text.size() >= 4 && text.front() >= '0' && text.front() <= '9';
}

bool allFigures(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// “2-Jan”, “Jan-02”, “02-Thg1”: what a spreadsheet shows of a code like 1-2.
bool isMonthDay(const std::string& text)
{
    constexpr std::array kMonths{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "thg"};
    const auto small = lower(text);
    const auto dash = small.find_first_of("-/ ");
    if (dash == std::string::npos)
        return false;
    const auto first = small.substr(0, dash), second = small.substr(dash + 1);
    const auto month = [&kMonths](const std::string& word) {
        return std::ranges::any_of(kMonths, [&word](std::string_view name) { return word.starts_with(name) && (word.size() == name.size() || allFigures(std::string_view(word).substr(name.size()))); });
    };
    return (month(first) && allFigures(second)) || (month(second) && allFigures(first));
}

/// dd/mm/yyyy: a cell that is a day.
bool isDay(const std::string& text)
{
    return text.size() == 10 && text[2] == '/' && text[5] == '/' && allFigures(text.substr(0, 2)) && allFigures(text.substr(3, 2)) && allFigures(text.substr(6));
}

}

bool isTick(const std::string& cell)
{
    const auto small = lower(cell);
    return small == "x" || small == "1" || small == "v" || small == "✓" || small == "✔" || small == "true" || small == "có";
}

bool saysNone(const std::string& cell)
{
    return cell.empty() || cell == "0" || cell == "-" || lower(cell) == "không";
}

std::string genderOfTicks(const std::optional<std::string>& female, const std::optional<std::string>& male, bool& guess)
{
    // A tick speaks for its own column, a word for itself.
    const auto says = [](const std::optional<std::string>& cell, const char* code) { return cell && genderCode(*cell) == code; };
    const auto marked = [](const std::optional<std::string>& cell) { return cell && (isTick(*cell) || isBirth(*cell)); };
    guess = false;
    if (marked(female) || says(female, "female") || says(male, "female"))
        return "Nữ";
    if (marked(male) || says(male, "male") || says(female, "male"))
        return "Nam";
    if (female && male)
        return {};
    guess = true; // one column alone: blank beside ticks is the other gender, an odd mark its own
    return female ? (female->empty() ? "Nam" : "Nữ") : (male->empty() ? "Nữ" : "Nam");
}

std::string birthOfTicks(const std::string& female, const std::string& male)
{
    return isBirth(female) ? female : isBirth(male) ? male : std::string();
}

std::optional<FieldIssue> spoiltCode(const std::string& code)
{
    if (isDay(code) || isMonthDay(code))
        return FieldIssue{"code", "import.code-is-day", {code}};
    const auto e = code.find_first_of("Ee");
    const bool rounded = e != std::string::npos && e > 0 && e + 2 < code.size() && code[e + 1] == '+' && allFigures(std::string_view(code).substr(e + 2))
                      && std::ranges::all_of(code.substr(0, e), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
    if (rounded)
        return FieldIssue{"code", "import.code-rounded", {code}};
    return std::nullopt;
}

}
