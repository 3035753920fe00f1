// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"
#include "rules/share.h"

namespace thidua::rules {

/// The parameter of the share that holds where the law sets none.
inline constexpr const char* kSchoolVoteShare = "school_vote_share";

/// The parameter of the share of a council that must be present where no text says it for this very council.
inline constexpr const char* kCouncilQuorum = "council_quorum";

/// The parameter by which a school's own rule lets absent members vote in writing.
inline constexpr const char* kSchoolByLetter = "council_by_letter";

/// What threshold a council's vote on an honour must reach on a day.
struct VoteRule {
    Threshold threshold;     ///< of all members of the council, never of those present
    bool byLaw = false;      ///< false: the law sets none, the school's own counts
    bool secretByLaw = false;
    bool certain = true;
    std::string param;       ///< the parameter it comes from, when byLaw
    Citation citation;
    std::string quote;
    std::optional<Text> uncertain;      ///< why it is not certain
    std::optional<int> leastMembers;    ///< a smaller council cannot vote on this honour
    std::optional<Ratio> quorum;        ///< of the members, who must be present
    Citation councilCite;               ///< of these two
    std::optional<Ratio> usualQuorum;   ///< where no text sets one for this council: as regulations usually have it
    std::optional<Text> usualQuorumWhy;
    std::optional<Citation> byLetter;   ///< by what an absent member's ballot in writing counts; none where nothing in force says so

    /// Whether the council is one that may vote, as far as is known; an unknown number present is none too few.
    bool councilFits(int members, std::optional<int> present) const;
    /// Whether fewer are present than councils usually ask for: no text refuses by it, but nothing passes on it either.
    bool fewPresent(int members, std::optional<int> present) const;
};

VoteRule voteRuleOn(const Model& model, const std::string& honour, Date date);
VoteRule voteRuleOn(const Catalogue& catalogue, const std::string& honour, Date date);

struct VoteCase {
    Date on{2017, 10, 1};
    std::string honour;
    int members = 1;
    std::optional<int> present;
    int inFavour = 0;
};

struct VoteAnswer {
    Ratio ratio;          ///< in favour over all members
    Threshold threshold;
    int needed = 0;       ///< votes needed: "từ 7 phiếu"
    bool passed = false;
    bool secret = true;
    bool byLaw = false;
    bool certain = true;
    bool councilFits = true;
    bool fewPresent = false; ///< fewer than usual: told beside the count, which stands
    VoteRule rule;
    Citation citation;    ///< says also whether the secret ballot is the rule's or the school's practice
};

Result<VoteCase> voteCaseFromJson(const nlohmann::json& json);
VoteAnswer vote(const Catalogue& catalogue, const VoteCase& voteCase);
nlohmann::json toJson(const VoteAnswer& answer);

}
