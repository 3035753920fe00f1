// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/activity_tally.h"

#include "storage/repo/activity_repo.h"

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

namespace {
constexpr std::int64_t kMillion = 1'000'000;
}

ActivityTally::ActivityTally(storage::Reader& reader, SchoolYearId year)
{
    std::map<ActivityKindId, std::string> codes;
    for (const auto& kind : repo::activityKinds(reader)) {
        codes.emplace(kind.id, kind.data.code);
        m_kinds.emplace(kind.data.code, kind.data);
    }
    for (auto& row : repo::activities(reader, year))
        m_entries[codes[row.data.kind]].push_back(std::move(row));
}

std::vector<const Stored<Activity>*> ActivityTally::entries(const std::string& kind, std::optional<CampaignId> campaign, bool confirmed) const
{
    std::vector<const Stored<Activity>*> found;
    if (const auto all = m_entries.find(kind); all != m_entries.end())
        for (const auto& row : all->second)
            if (row.data.confirmedOn.has_value() == confirmed && (!campaign || row.data.campaign == campaign))
                found.push_back(&row);
    return found;
}

std::optional<int> ActivityTally::subjects(const std::string& kind, std::optional<CampaignId> campaign, const People* among) const
{
    const auto all = entries(kind, campaign);
    if (all.empty())
        return std::nullopt;
    std::set<SubjectRef> who;
    for (const auto* row : all)
        if (!among || (row->data.subject.person && among->contains(*row->data.subject.person)))
            who.insert(row->data.subject);
    return static_cast<int>(who.size());
}

int ActivityTally::outside(const std::string& kind, std::optional<CampaignId> campaign, const People& group) const
{
    People who;
    for (const auto* row : entries(kind, campaign))
        if (row->data.subject.person && !group.contains(*row->data.subject.person))
            who.insert(*row->data.subject.person);
    return static_cast<int>(who.size());
}

std::optional<int> ActivityTally::sum(const std::string& kind, std::optional<CampaignId> campaign) const
{
    const auto all = entries(kind, campaign);
    if (all.empty())
        return std::nullopt;
    std::int64_t count = 0, amount = 0;
    for (const auto* row : all) {
        count += row->data.count;
        amount += row->data.amount.value_or(0);
    }
    const auto known = m_kinds.find(kind);
    const bool money = known != m_kinds.end() && known->second.hasAmount;
    return static_cast<int>(money ? amount / kMillion : count);
}

}
