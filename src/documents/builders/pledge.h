// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/plan.h"

namespace thidua::documents {

struct PledgeLine {
    std::string name;
    std::string unit;      ///< of a person the post; of a team its leader, by hand where nobody is known
};

/// What a campaign asks for, read out at its launch (`campaign-call`), or as it is pledged (`campaign-pledge`): then with a line for each team
/// and each person and room to sign.
struct PledgeView {
    IssuerView issuer;
    std::string name;
    std::string launchedBy{};       ///< a body above the school; empty: the school itself
    std::string theme;
    std::optional<Date> from, to;
    std::vector<std::string> contents;
    std::string participants;       ///< in running text; of a call alone
    std::vector<std::string> criteria;
    std::vector<std::string> prizes;
    std::vector<TargetGroup> targets;
    std::vector<PledgeLine> teams;
    std::vector<PledgeLine> persons;
    SignerView signer;
    std::optional<Date> date;
};
Document pledge(const PledgeView& view, const Template& words = shippedTemplate("campaign-pledge"));

}
