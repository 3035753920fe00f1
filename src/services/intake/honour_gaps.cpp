// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/honour_gaps.h"

#include "base/vietnamese.h"
#include "domain/honour.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/people/subject_name.h"
#include "storage/repo/school_repo.h"

#include <algorithm>
#include <map>

namespace thidua::services {

Result<std::vector<HonourGap>> honourGaps(SchoolFile& file)
{
    return readFrom(file, [&file](Reader& reader) -> Result<std::vector<HonourGap>> {
        std::map<domain::SubjectRef, std::map<SchoolYear, std::string>> results; // the honour's code by year
        for (const auto& row : repo::honours(reader))
            if (row.data.ground == domain::Ground::AnnualMerit && !row.data.revokedOn)
                results[row.data.subject].emplace(row.data.year, row.data.honour);
        const auto words = [&file](const auto& result) { return honourName(file.rules(), result->second).value_or(result->second) + " " + result->first.screen(); };
        std::vector<HonourGap> gaps;
        for (const auto& [who, years] : results)
            for (auto next = years.begin(), before = next++; next != years.end(); before = next++)
                if (next->first.startYear() > before->first.startYear() + 1)
                    gaps.push_back({who, subjectName(reader, who), before->first.next(), next->first.previous(), words(before), words(next)});
        std::ranges::stable_sort(gaps, {}, [](const HonourGap& gap) {
            const auto name = PersonName::parse(gap.name);
            return name ? name->sortKey() : std::string();
        });
        return gaps;
    });
}

}
