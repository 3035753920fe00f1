// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ratio.h"
#include "rules/text_pair.h"

#include <optional>
#include <string_view>

namespace thidua::rules {

/// A share that must be reached (`from 70 %`) or, when `strict`, exceeded (`more than half`).
struct Threshold {
    Ratio share;
    bool strict = false;
};

/// `15/100`; none when it is not two whole numbers with a positive second.
std::optional<Ratio> ratioFromText(std::string_view text);
/// The least count of `members` that reaches the threshold: 7 of 9 for 70 %, 5 of 9 for more than half.
int votesNeeded(const Threshold& threshold, int members);
bool reaches(const Threshold& threshold, int count, int members);
/// One of two, which words call a half.
bool isHalf(Ratio share);
/// `70 %`, `77,78 %`; thirds as `1/3`. In English with a point.
Text shareText(Ratio share);
/// Rounded to four decimals, for JSON.
double fourDecimals(Ratio share);

}
