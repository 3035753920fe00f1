// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"
#include "rules/share.h"

#include <span>
#include <string>
#include <vector>

namespace thidua::rules {

/// What the rules ask of a school's emulation council on a day; each with the article that says so, empty where none does.
struct CouncilLaw {
    Citation foundedYearly;
    Citation oddNumber;
    Citation headChairs;
    Ratio quorum{0, 1};         ///< so many of the members must be present for it to meet
    bool quorumCertain = false; ///< whether a text in hand says so

    /// The least number of so many members that makes a meeting.
    int presentNeeded(int members) const;
};

/// What share of its members an initiative council needs to recognise an initiative.
struct InitiativeVote {
    Threshold threshold;
    Citation citation;
};
InitiativeVote initiativeVoteOn(const Catalogue& catalogue, Date date);

/// The parameters that say it.
std::span<const char* const> councilParams();
CouncilLaw councilLawOn(const Catalogue& catalogue, Date date);

/// The bases of a kind of paper by the rules of a day, as the paper says them; those for one level of schools alone where `level` names it.
std::vector<std::string> paperBasesOn(const Catalogue& catalogue, std::string_view paper, Date date, std::string_view level = {});

}
