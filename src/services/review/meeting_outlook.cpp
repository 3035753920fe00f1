// SPDX-License-Identifier: GPL-3.0-or-later
// Before the votes: which lines cannot pass as things stand, and what the rules leave to be done about it. After them: equal votes.
#include "services/review/council_service.h"

#include "base/ratio.h"
#include "base/text_util.h"
#include "domain/meeting.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {
namespace {

std::vector<std::string> absentNames(const MeetingDetail& detail)
{
    std::vector<std::string> names;
    for (const auto& row : detail.attendance)
        if (!row.present && !row.byLetter)
            names.push_back(row.member.name);
    return names;
}

std::string whyNot(const TallyRow& row)
{
    const auto number = [](int value) { return std::to_string(value); };
    return text::message("meeting.cannot-pass", {number(row.voters.most()), number(row.voters.members),
                                                 percentText({row.voters.most(), row.voters.members}, 2), row.shareText, number(row.needed)});
}

std::vector<std::string> waysOf(const MeetingDetail& detail, const TallyRow& row)
{
    std::vector<std::string> ways;
    const auto absent = absentNames(detail);
    if (!absent.empty() && !row.byLetter.empty())
        ways.push_back(text::message("meeting.way-by-letter", {join(absent, ", "), row.byLetter}));
    if (row.mostWithAll >= row.needed)
        ways.push_back(text::message("meeting.way-other-day", {std::to_string(row.mostWithAll), std::to_string(row.voters.members), row.article}));
    else
        ways.push_back(text::message("meeting.way-none", {std::to_string(row.mostWithAll), std::to_string(row.voters.members), std::to_string(row.needed)}));
    return ways;
}

}

namespace {

/// More have passed than a quota allows, and those at its edge have the same votes.
void addEdge(const MeetingDetail& detail, const QuotaLine& quota, std::vector<Tie>& found)
{
    std::vector<const TallyRow*> passed;
    for (const auto& row : detail.tallies)
        if (row.honour == quota.honour && row.tally && row.passes && !row.collective)
            passed.push_back(&row);
    if (quota.within || quota.allowed <= 0 || static_cast<int>(passed.size()) <= quota.allowed)
        return;
    std::ranges::stable_sort(passed, std::greater{}, [](const auto* row) { return row->tally->inFavour; });
    const int edge = passed[static_cast<std::size_t>(quota.allowed) - 1]->tally->inFavour;
    if (passed[static_cast<std::size_t>(quota.allowed)]->tally->inFavour != edge)
        return;
    Tie tie{passed.front()->honourName, {}, {}};
    int above = 0;
    for (const auto* row : passed) {
        above += row->tally->inFavour > edge ? 1 : 0;
        if (row->tally->inFavour == edge)
            tie.names.push_back(row->name);
    }
    tie.text = text::message("tie.edge", {join(tie.names, ", "), std::to_string(edge), std::to_string(detail.members), std::to_string(quota.allowed - above)});
    found.push_back(std::move(tie));
}

}

std::vector<Tie> ties(const MeetingDetail& detail)
{
    std::vector<Tie> found;
    for (const auto& quota : detail.quotas)
        addEdge(detail, quota, found);
    for (const auto& row : detail.tallies)
        if (row.tally && !row.passes && row.tally->inFavour > 0 && row.tally->inFavour == row.tally->notInFavour())
            found.push_back({row.honourName, {row.name}, text::message("tie.even", {row.name, std::to_string(row.tally->inFavour), std::to_string(row.needed)})});
    return found;
}

std::vector<Obstacle> obstacles(const MeetingDetail& detail)
{
    std::vector<Obstacle> found;
    if (detail.meeting.state != domain::MeetingState::Draft || detail.members == 0)
        return found;
    for (const auto& row : detail.tallies) {
        if (row.canPass())
            continue;
        const auto why = whyNot(row);
        auto same = std::ranges::find_if(found, [&](const Obstacle& one) { return one.honourName == row.honourName && one.why == why; });
        if (same == found.end())
            same = found.insert(found.end(), {row.honourName, {}, why, waysOf(detail, row)});
        same->names.push_back(row.name);
    }
    return found;
}

}
