// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/share.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace thidua::rules {

std::optional<Ratio> ratioFromText(std::string_view text)
{
    Ratio ratio;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto parsed = [](std::string_view part, std::int64_t& out) {
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), out);
        return error == std::errc{} && end == part.data() + part.size() && !part.empty();
    };
    if (!parsed(text.substr(0, slash), ratio.numerator) || !parsed(text.substr(slash + 1), ratio.denominator))
        return std::nullopt;
    if (ratio.numerator < 0 || ratio.denominator <= 0)
        return std::nullopt;
    return ratio;
}

int votesNeeded(const Threshold& threshold, int members)
{
    const auto product = threshold.share.numerator * members;
    const auto whole = product / threshold.share.denominator;
    const bool exact = product % threshold.share.denominator == 0;
    return static_cast<int>(exact && !threshold.strict ? whole : whole + 1);
}

bool reaches(const Threshold& threshold, int count, int members)
{
    return members > 0 && count >= votesNeeded(threshold, members);
}

bool isHalf(Ratio share)
{
    return share.numerator + share.numerator == share.denominator;
}

Text shareText(Ratio share)
{
    if (100 % share.denominator != 0 && 3 % share.denominator == 0)
        return {std::to_string(share.numerator) + "/3", std::to_string(share.numerator) + "/3"};
    const bool whole = share.numerator * 100 % share.denominator == 0;
    Text text{percentText(share, whole ? 0 : 2), {}};
    text.en = text.vi;
    std::replace(text.en.begin(), text.en.end(), ',', '.');
    return text;
}

double fourDecimals(Ratio share)
{
    return std::round(share.value() * 10000.0) / 10000.0;
}

}
