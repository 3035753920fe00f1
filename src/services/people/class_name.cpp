// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/class_name.h"

#include "base/vietnamese.h"

#include <charconv>
#include <string_view>

namespace thidua::services {
namespace {

constexpr std::string_view kFigures = "0123456789";

}

std::string className(std::string text)
{
    for (const std::string_view word : {"lớp", "Lớp", "LỚP"})
        if (text.starts_with(word))
            text.erase(0, word.size());
    auto name = normalised(text.starts_with(":") ? text.substr(1) : text);
    // “5e” is “5E” as every other list writes it.
    const auto letter = name.find_first_not_of(kFigures);
    const bool one = letter != std::string::npos && letter > 0 && name.find_first_not_of(kFigures, letter + 1) == std::string::npos;
    if (one && name[letter] >= 'a' && name[letter] <= 'z')
        name[letter] = static_cast<char>(name[letter] - 'a' + 'A');
    return name;
}

std::optional<int> gradeOf(const std::string& text)
{
    int grade = 0;
    const auto start = text.find_first_of(kFigures);
    if (start == std::string::npos || std::from_chars(text.data() + start, text.data() + text.size(), grade).ec != std::errc{} || grade < 1 || grade > 12)
        return std::nullopt;
    return grade;
}

std::string classAYearLater(const std::string& name)
{
    const auto grade = gradeOf(name);
    if (!grade)
        return {};
    const auto start = name.find_first_of(kFigures);
    const auto end = name.find_first_not_of(kFigures, start);
    return name.substr(0, start) + std::to_string(*grade + 1) + (end == std::string::npos ? std::string() : name.substr(end));
}

}
