// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/council_law.h"

#include "rules/model.h"

#include <algorithm>
#include <array>

namespace thidua::rules {
namespace {

constexpr const char* kYearly = "council_yearly";
constexpr const char* kOddNumber = "council_odd_number";
constexpr const char* kHeadChairs = "council_head_chairs";
constexpr const char* kQuorum = "council_quorum";
constexpr const char* kInitiativeShare = "initiative_vote_share";
constexpr std::array<const char*, 5> kParams = {kYearly, kOddNumber, kHeadChairs, kQuorum, kInitiativeShare};

/// The article by which the parameter is true that day.
Citation articleOf(const Model& model, const char* param, Date date)
{
    const auto* value = model.param(param, date);
    return value != nullptr && value->value == true ? value->cite : Citation{};
}

}

int CouncilLaw::presentNeeded(int members) const
{
    return votesNeeded({quorum, false}, members);
}

InitiativeVote initiativeVoteOn(const Catalogue& catalogue, Date date)
{
    InitiativeVote vote{{{1, 1}, false}, {}}; // rules that name no share leave it at everybody
    if (const auto* value = catalogue.model().param(kInitiativeShare, date)) {
        vote.threshold.share = ratioFromText(value->value.get<std::string>()).value_or(vote.threshold.share);
        vote.citation = value->cite;
    }
    return vote;
}

std::span<const char* const> councilParams()
{
    return kParams;
}

CouncilLaw councilLawOn(const Catalogue& catalogue, Date date)
{
    const Model& model = catalogue.model();
    CouncilLaw law{articleOf(model, kYearly, date), articleOf(model, kOddNumber, date), articleOf(model, kHeadChairs, date)};
    if (const auto* value = model.param(kQuorum, date)) {
        law.quorum = ratioFromText(value->value.get<std::string>()).value_or(law.quorum);
        law.quorumCertain = value->certain;
    }
    return law;
}

std::vector<std::string> paperBasesOn(const Catalogue& catalogue, std::string_view paper, Date date, std::string_view level)
{
    const auto lists = [](const std::vector<std::string>& codes, std::string_view code) { return std::ranges::find(codes, code) != codes.end(); };
    std::vector<std::string> bases;
    for (const auto& basis : catalogue.model().paperBases)
        if (lists(basis.papers, paper) && (basis.levels.empty() || lists(basis.levels, level)))
            if (const auto* value = inForce(basis.values, date))
                bases.push_back(value->what.vi);
    return bases;
}

}
