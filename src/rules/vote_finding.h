// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/condition.h"
#include "rules/vote.h"

namespace thidua::rules {

/// What the council's vote comes to. A no is a no: where the law sets no threshold, the school's own decides as soon as the votes are known.
struct VoteJudgement {
    VoteRule rule;
    Outcome outcome = Outcome::NotApplicable;
    Judgement judgement;
    std::optional<Text> doubt; ///< why what the notice says rests on no text
    std::string notice; ///< says it in place of the finding's own words: nothing to judge yet, or no council that may vote
};

/// None where the honour asks for no vote and nobody has told one.
std::optional<VoteJudgement> judgeVote(const Condition& condition, bool asked);

}
