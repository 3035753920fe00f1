// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/honour_gaps.h"

#include "services/people/people_service.h"

#include <algorithm>
#include <map>
#include <set>

namespace thidua::services {

namespace {

/// How many people's gap a year must be before the list of the year is what is missing.
constexpr std::size_t kSchool = 3;

}

Result<std::vector<HonourGap>> honourGaps(SchoolFile& file)
{
    TD_TRY(const auto rows, PeopleService(file).honours());
    std::map<domain::SubjectRef, std::map<SchoolYear, const HonourHistoryRow*>> results;
    for (const auto& row : rows)
        if (row.record.ground == domain::Ground::AnnualMerit && !row.record.revokedOn)
            results[row.record.subject].emplace(row.record.year, &row);
    const auto words = [](const HonourHistoryRow& row) { return row.honourName + " " + row.record.year.screen(); };
    std::map<int, std::size_t> without;            // by year: whose gap it is
    std::set<int> with;
    for (const auto& [who, years] : results) {
        for (const auto& [year, row] : years)
            with.insert(year.startYear());
        for (auto next = years.begin(), before = next++; next != years.end(); before = next++)
            for (int year = before->first.startYear() + 1; year < next->first.startYear(); ++year)
                ++without[year];
    }
    std::erase_if(without, [&with](const auto& year) { return with.contains(year.first) || year.second < kSchool; });
    std::vector<HonourGap> sorted;
    for (const auto& [year, people] : without)
        sorted.push_back({{}, {}, SchoolYear(year), SchoolYear(year), {}, {}});
    const auto ofSchool = [&without](SchoolYear from, SchoolYear to) {
        for (int year = from.startYear(); year <= to.startYear(); ++year)
            if (!without.contains(year))
                return false;
        return true;
    };
    std::vector<std::pair<std::string, HonourGap>> gaps;
    for (const auto& [who, years] : results)
        for (auto next = years.begin(), before = next++; next != years.end(); before = next++)
            if (next->first.startYear() > before->first.startYear() + 1 && !ofSchool(SchoolYear(before->first.startYear() + 1), SchoolYear(next->first.startYear() - 1)))
                gaps.push_back({next->second->sortKey, {who, next->second->name, SchoolYear(before->first.startYear() + 1), SchoolYear(next->first.startYear() - 1),
                                                        words(*before->second), words(*next->second)}});
    std::ranges::stable_sort(gaps, {}, &std::pair<std::string, HonourGap>::first);
    for (auto& gap : gaps)
        sorted.push_back(std::move(gap.second));
    return sorted;
}

}
