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
    return normalised(text.starts_with(":") ? text.substr(1) : text);
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
