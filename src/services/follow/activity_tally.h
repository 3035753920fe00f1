// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/stored.h"
#include "storage/reader.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace thidua::services {

/// What the confirmed entries of a school year come to, by the code of their kind: the one sum that targets and reports draw on.
class ActivityTally {
public:
    using People = std::set<domain::PersonId>;
    ActivityTally(storage::Reader& reader, domain::SchoolYearId year);
    /// Entries of a kind, the newest first; of a campaign alone where one is named.
    std::vector<const domain::Stored<domain::Activity>*> entries(const std::string& kind, std::optional<domain::CampaignId> campaign, bool confirmed = true) const;
    /// How many people and collectives have an entry. With a group only its members count.
    std::optional<int> subjects(const std::string& kind, std::optional<domain::CampaignId> campaign, const People* among) const;
    /// People with an entry who do not belong to the group.
    int outside(const std::string& kind, std::optional<domain::CampaignId> campaign, const People& group) const;
    /// The sum of the counts; of kinds with money the sum in million đồng. None without entries.
    std::optional<int> sum(const std::string& kind, std::optional<domain::CampaignId> campaign) const;

private:
    std::map<std::string, domain::ActivityKind> m_kinds;
    std::map<std::string, std::vector<domain::Stored<domain::Activity>>> m_entries;
};

}
