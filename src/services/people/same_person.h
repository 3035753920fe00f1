// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

namespace thidua::services {

// When what a list and the file say of two people can be said of one.

/// What is not known agrees with everything; a day and a year agree when the year is the day's.
inline bool daysAgree(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b)
{
    return !a || !b || (a->date && b->date ? *a == *b : a->year == b->year);
}

/// Both are known, and agree.
inline bool daysSurelySame(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b)
{
    return a && b && daysAgree(a, b);
}

/// The more exact of two that agree; else what the list says.
inline std::optional<PartialDate> joinedDays(const std::optional<PartialDate>& before, const std::optional<PartialDate>& given)
{
    return !given || (daysAgree(before, given) && before && before->date) ? before : given;
}

/// Two codes that are both said and are not the same.
inline bool codesDiffer(const std::string& a, const std::string& b)
{
    return !a.empty() && !b.empty() && a != b;
}

/// Words of a day or year; empty for none.
inline std::string dayWords(const std::optional<PartialDate>& day)
{
    return day ? day->vn() : std::string();
}

}
