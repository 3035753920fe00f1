// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/school_year.h"

#include <cctype>

namespace thidua {

Result<SchoolYear> SchoolYear::parse(std::string_view text)
{
    std::string figures;
    for (const char c : text)
        if (std::isdigit(static_cast<unsigned char>(c)) != 0)
            figures += c;
        else if (std::isalpha(static_cast<unsigned char>(c)) != 0)
            return fail(ErrorCode::Validation, "school-year.not-one", {std::string(text)});
    if (figures.size() != 8)
        return fail(ErrorCode::Validation, "school-year.not-one", {std::string(text)});
    const int first = std::stoi(figures.substr(0, 4));
    const int second = std::stoi(figures.substr(4));
    if (second != first + 1 || first < 1900 || first > 2200)
        return fail(ErrorCode::Validation, "school-year.not-one", {std::string(text)});
    return SchoolYear(first);
}

SchoolYear SchoolYear::of(Date date)
{
    return SchoolYear(date.month() >= 9 ? date.year() : date.year() - 1);
}

std::string SchoolYear::text() const
{
    return std::to_string(m_start) + "-" + std::to_string(m_start + 1);
}

std::string SchoolYear::paper() const
{
    return std::to_string(m_start) + " - " + std::to_string(m_start + 1);
}

std::string SchoolYear::screen() const
{
    return std::to_string(m_start) + "–" + std::to_string(m_start + 1);
}

}
