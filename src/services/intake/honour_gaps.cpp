// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/honour_gaps.h"

#include "services/people/people_service.h"

#include <algorithm>
#include <map>

namespace thidua::services {

Result<std::vector<HonourGap>> honourGaps(SchoolFile& file)
{
    TD_TRY(const auto rows, PeopleService(file).honours());
    std::map<domain::SubjectRef, std::map<SchoolYear, const HonourHistoryRow*>> results;
    for (const auto& row : rows)
        if (row.record.ground == domain::Ground::AnnualMerit && !row.record.revokedOn)
            results[row.record.subject].emplace(row.record.year, &row);
    const auto words = [](const HonourHistoryRow& row) { return row.honourName + " " + row.record.year.screen(); };
    std::vector<std::pair<std::string, HonourGap>> gaps;
    for (const auto& [who, years] : results)
        for (auto next = years.begin(), before = next++; next != years.end(); before = next++)
            if (next->first.startYear() > before->first.startYear() + 1)
                gaps.push_back({next->second->sortKey, {who, next->second->name, SchoolYear(before->first.startYear() + 1), SchoolYear(next->first.startYear() - 1),
                                                        words(*before->second), words(*next->second)}});
    std::ranges::stable_sort(gaps, {}, &std::pair<std::string, HonourGap>::first);
    std::vector<HonourGap> sorted;
    for (auto& gap : gaps)
        sorted.push_back(std::move(gap.second));
    return sorted;
}

}
