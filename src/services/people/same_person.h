// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <algorithm>
#include <iterator>
#include <string>

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

/// A code as it is compared: a spreadsheet drops the zeros in front of one that is all figures.
inline std::string codeKey(const std::string& code)
{
    const bool figures = code.find_first_not_of("0123456789") == std::string::npos;
    return figures ? code.substr(std::min(code.find_first_not_of('0'), code.size())) : code;
}

/// Two codes that are both said and are not the same.
inline bool codesDiffer(const std::string& a, const std::string& b)
{
    return !a.empty() && !b.empty() && codeKey(a) != codeKey(b);
}

/// What the list says, unless it is the code that is there without its zeros.
inline std::string fullerCode(const std::string& before, const std::string& given)
{
    return given.empty() || (codeKey(before) == codeKey(given) && before.size() > given.size()) ? before : given;
}

/// Whoever has this code as it is written, else the only one who has it but for zeros in front; `end` when there is none. `by`: a multimap by codeKey.
template <class Map, class CodeOf>
typename Map::const_iterator withCode(const Map& by, const std::string& code, CodeOf codeOf)
{
    const auto [first, last] = by.equal_range(codeKey(code));
    for (auto at = first; at != last; ++at)
        if (codeOf(at->second) == code)
            return at;
    return !code.empty() && first != last && std::next(first) == last ? first : by.end();
}

/// Words of a day or year; empty for none.
inline std::string dayWords(const std::optional<PartialDate>& day)
{
    return day ? day->vn() : std::string();
}

}
