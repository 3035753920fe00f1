// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

namespace thidua {

/// A school year as a value, e.g. 2021-2022. Its first and last day are the school's own (domain/school.h).
class SchoolYear {
public:
    explicit constexpr SchoolYear(int startYear) : m_start(startYear) {}
    /// `2021-2022`, also with spaces or an en dash around it; the second year must follow the first.
    static Result<SchoolYear> parse(std::string_view text);
    /// By the usual calendar, September to August; the school's own dates may differ by days.
    static SchoolYear of(Date date);

    constexpr int startYear() const { return m_start; }
    constexpr SchoolYear next() const { return SchoolYear(m_start + 1); }
    constexpr SchoolYear previous() const { return SchoolYear(m_start - 1); }
    std::string text() const;    ///< 2021-2022: files, command line
    std::string paper() const;   ///< 2021 - 2022: as documents write it
    std::string screen() const;  ///< 2021–2022: on screen

    friend constexpr auto operator<=>(SchoolYear, SchoolYear) = default;

private:
    int m_start;
};

}
