// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace thidua {

/// An exact non-negative fraction such as 7/9 or 15/100. `denominator` is never 0. Votes and quotas are compared exactly, never as doubles.
struct Ratio {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    friend constexpr std::strong_ordering operator<=>(Ratio a, Ratio b)
    {
        return a.numerator * b.denominator <=> b.numerator * a.denominator;
    }
    friend constexpr bool operator==(Ratio a, Ratio b) { return (a <=> b) == std::strong_ordering::equal; }
    double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
};

/// `77,78 %`: as minutes print it, rounded half up, with a decimal comma.
std::string percentText(Ratio ratio, int decimals);

}
