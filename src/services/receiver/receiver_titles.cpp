// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/receiver/receiver_titles.h"

#include "base/vietnamese.h"

#include <algorithm>

namespace thidua::services {
namespace {

constexpr std::string_view kEllipsis = "…";

/// Where dots to be written on end, that begin at `at`; `at` where none do. One full stop is none.
std::size_t dotsEnd(std::string_view text, std::size_t at)
{
    const auto start = at;
    std::size_t marks = 0;
    for (;;) {
        if (text.substr(at).starts_with(kEllipsis)) {
            at += kEllipsis.size();
            marks += 2;
        } else if (at < text.size() && (text[at] == '.' || text[at] == '_')) {
            ++at;
            ++marks;
        } else {
            return marks >= 2 ? at : start;
        }
    }
}

bool isFigure(char c) { return c >= '0' && c <= '9'; }

std::size_t skipSpaces(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] == ' ')
        ++at;
    return at;
}

/// “20… – 20…”, “…/…”: behind the dots the second year of a school year; where it ends, or `at`.
std::size_t secondYearEnd(std::string_view text, std::size_t at)
{
    const auto dash = skipSpaces(text, at);
    for (const std::string_view one : {"–", "—", "-", "/"})
        if (text.substr(dash).starts_with(one)) {
            auto next = skipSpaces(text, dash + one.size());
            while (next < text.size() && isFigure(text[next]))
                ++next;
            const auto end = dotsEnd(text, next);
            return end == next ? at : end;
        }
    return at;
}

/// What the words before the dots ask for.
const std::string* askedFor(const std::string& before)
{
    auto words = fold(before);
    while (!words.empty() && (words.back() == ' ' || words.back() == ':' || isFigure(words.back())))
        words.pop_back();
    for (const auto& line : importWords("form-titles"))
        for (const auto& word : line.words)
            if (words.ends_with(word) && (words.size() == word.size() || words[words.size() - word.size() - 1] == ' ' || words[words.size() - word.size() - 1] == '('))
                return &line.key;
    return nullptr;
}

bool isCapitals(const std::string& text) { return upper(text) == text && lower(text) != text; }

}

std::string withTitleFilled(const std::string& text, SchoolYear year, const std::string& school)
{
    std::string made;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto end = dotsEnd(text, at);
        if (end == at) {
            ++at;
            continue;
        }
        auto before = text.substr(from, at - from);
        const auto* asked = askedFor(before);
        if (asked == nullptr) {
            made += text.substr(from, end - from);
        } else if (*asked == "year") {
            while (!before.empty() && isFigure(before.back())) // “20…”
                before.pop_back();
            end = secondYearEnd(text, end);
            made += before + (before.ends_with(':') ? " " : "") + year.screen();
        } else {
            made += before + (before.ends_with(':') ? " " : "") + (isCapitals(before) ? upper(school) : school);
        }
        from = at = end;
    }
    return made + text.substr(from);
}

}
