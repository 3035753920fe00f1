// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/foresight/foresight_service.h"
#include "services/foresight/foresight_supply.h"

#include <set>

namespace thidua::services {

/// When what is missing must be there.
struct ReviewDay {
    Date on{2000, 5, 31};
    bool over = false;               ///< the council has voted: nothing can be supplied any more
    std::optional<Date> registerBy;  ///< the day registrations close, while it has not passed
};

/// What the case comes to, and what would turn it: each open fact is given the values it could still take, and the rules are asked
/// again. No honour and no condition is known here by name.
struct Outlook {
    Chance chance = Chance::Unknown;
    std::vector<Missing> missing;
    rules::Verdict verdict;
};
/// `lostNow`: honours that this year cannot bring any more, so nothing may wait for them.
/// `Detail::Reason`: of what is lost only what cannot be changed, which is all that a list of everybody shows and a fraction of the work.
enum class Detail { Reason, Everything };
Outlook outlookOf(const rules::Catalogue& catalogue, const rules::Case& theCase, const ReviewDay& day, const std::set<std::string>& lostNow,
                  Detail detail);

/// Lost, or nobody knows: nothing else may wait for it.
inline bool outOfReach(Chance chance)
{
    return chance == Chance::Lost || chance == Chance::Unknown;
}

/// Looks further ahead for what this year cannot bring: the first school year in which the condition can be met, and how often which
/// honour has to be received until then. Sets `earliest`, `times` and the words.
void lookAhead(const rules::Catalogue& catalogue, const rules::Case& theCase, const std::set<std::string>& lostNow, std::vector<Missing>& missing);

/// What lookAhead() found to be met in `year` at the latest is no longer lost for that year.
void settleAhead(Outlook& outlook, SchoolYear year, const ReviewDay& day);

}
