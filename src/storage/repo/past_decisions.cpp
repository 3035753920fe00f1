// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/past_decisions.h"

#include "storage/table_map.h"

namespace thidua::storage::repo {

std::vector<PastDecision> pastDecisions(Reader& reader)
{
    std::vector<PastDecision> decisions;
    reader.each("SELECT decision_number, coalesce(min(decided_on), ''), count(*), min(id) FROM honour_record "
                "WHERE decision_id IS NULL AND decision_number <> '' GROUP BY decision_number",
                {}, [&decisions](const Values& row) { decisions.push_back({textOf(row[0]), textOf(row[1]), integerOf(row[2]), integerOf(row[3])}); });
    return decisions;
}

}
