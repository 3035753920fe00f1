// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ratio.h"
#include "domain/ids.h"

#include <optional>
#include <string>
#include <vector>

/// Marks, ranks and prizes of a contest as plain counting.
namespace thidua::services {

/// “8,25”, “9”: hundredths as people write them.
std::string markText(int hundredths);
/// The same of a mean, rounded half up to two decimals.
std::string markText(Ratio meanOfHundredths);
/// “8,25”, “8.5”, “9” in hundredths; none for anything else and for more than two decimals.
std::optional<int> markFrom(const std::string& text);

/// What an entry has got so far.
struct Ranked {
    domain::ContestEntryId entry{0};
    std::optional<Ratio> mean;      ///< of the hundredths given; none while nobody has marked it
    int rank = 0;                   ///< 1 is best; equals share one and the next rank is left out; 0: not marked
};
/// Ranks set by the means; the order of the entries stays.
void rank(std::vector<Ranked>& entries);

struct PrizeRoom {
    domain::ContestPrizeId prize{0};
    int quantity = 0;
};
struct ProposedPrize {
    domain::ContestEntryId entry{0};
    std::optional<domain::ContestPrizeId> prize; ///< none: no prize is left, or equals share the last ones
};
struct PrizeProposal {
    std::vector<ProposedPrize> entries;          ///< best first
    /// Equals who are more than the prizes left for them: somebody has to choose, and nothing is proposed below them.
    std::vector<domain::ContestEntryId> tied;
};
/// Prizes by rank, the highest first (`prizes` in that order).
PrizeProposal proposePrizes(std::vector<Ranked> entries, const std::vector<PrizeRoom>& prizes);

}
