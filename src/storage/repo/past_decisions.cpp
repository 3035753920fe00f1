// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/past_decisions.h"

#include "storage/table_map.h"

namespace thidua::storage::repo {

std::vector<PastDecision> pastDecisions(Reader& reader)
{
    std::vector<PastDecision> decisions;
    reader.each("SELECT decision_number, coalesce(decided_on, ''), count(*), min(id) FROM honour_record "
                "WHERE decision_id IS NULL AND decision_number <> '' GROUP BY decision_number, decided_on, issuer ORDER BY 1, 2",
                {}, [&decisions](const Values& row) { decisions.push_back({textOf(row[0]), textOf(row[1]), integerOf(row[2]), integerOf(row[3])}); });
    return decisions;
}

std::vector<PastAward> pastAwards(Reader& reader, SchoolYear year)
{
    std::vector<PastAward> awards;
    reader.each("SELECT honour, coalesce(person_id, 0), coalesce(collective_id, 0) FROM honour_record "
                "WHERE decision_id IS NULL AND revoked_on IS NULL AND start_year = ?1",
                {static_cast<std::int64_t>(year.startYear())}, [&awards](const Values& row) {
                    const auto person = integerOf(row[1]);
                    awards.push_back({textOf(row[0]), person > 0 ? domain::SubjectRef::of(domain::PersonId(person)) : domain::SubjectRef::of(domain::CollectiveId(integerOf(row[2])))});
                });
    return awards;
}

}
