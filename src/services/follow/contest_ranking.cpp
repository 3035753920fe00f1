// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/contest_ranking.h"

#include "base/vietnamese.h"

#include <algorithm>

namespace thidua::services {
namespace {

constexpr int kHundred = 100;
constexpr std::size_t kMostDigits = 6;

bool isWholeMark(const std::string& text)
{
    return !text.empty() && text.size() <= kMostDigits && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}

std::string markText(int hundredths)
{
    std::string text = std::to_string(hundredths / kHundred);
    const int rest = hundredths % kHundred;
    if (rest != 0)
        text += "," + std::to_string(rest / 10) + (rest % 10 != 0 ? std::to_string(rest % 10) : std::string());
    return text;
}

std::string markText(Ratio mean)
{
    return markText(static_cast<int>((2 * mean.numerator + mean.denominator) / (2 * mean.denominator)));
}

std::optional<int> markFrom(const std::string& text)
{
    const auto given = normalised(text);
    const auto point = given.find_first_of(",.");
    const auto whole = given.substr(0, point);
    auto rest = point == std::string::npos ? std::string("0") : given.substr(point + 1);
    if (!isWholeMark(whole) || !isWholeMark(rest) || rest.size() > 2)
        return std::nullopt;
    rest.resize(2, '0');
    return std::stoi(whole) * kHundred + std::stoi(rest);
}

void rank(std::vector<Ranked>& entries)
{
    for (auto& one : entries) {
        const auto better = std::ranges::count_if(entries, [&one](const auto& other) { return one.mean && other.mean && *other.mean > *one.mean; });
        one.rank = one.mean ? static_cast<int>(better) + 1 : 0;
    }
}

PrizeProposal proposePrizes(std::vector<Ranked> entries, const std::vector<PrizeRoom>& prizes)
{
    std::erase_if(entries, [](const auto& one) { return !one.mean; });
    rank(entries);
    std::ranges::stable_sort(entries, {}, &Ranked::rank);
    std::vector<domain::ContestPrizeId> left;
    for (const auto& prize : prizes)
        left.insert(left.end(), static_cast<std::size_t>(std::max(prize.quantity, 0)), prize.prize);
    PrizeProposal proposal;
    std::size_t given = 0;
    for (std::size_t at = 0; at < entries.size();) {
        auto end = at;
        while (end < entries.size() && entries[end].rank == entries[at].rank)
            ++end;
        // Equals all get the same prize, or none is proposed for them and for whoever comes after.
        const bool settled = proposal.tied.empty();
        const bool fits = settled && given + (end - at) <= left.size() && left[given] == left[given + (end - at) - 1];
        const bool over = given >= left.size();
        for (auto i = at; i < end; ++i) {
            proposal.entries.push_back({entries[i].entry, fits ? std::optional(left[given]) : std::nullopt});
            if (settled && !fits && !over)
                proposal.tied.push_back(entries[i].entry);
        }
        if (fits)
            given += end - at;
        at = end;
    }
    return proposal;
}

}
