// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

namespace {

/// Of this year, once some are entered or somebody has confirmed that there are none.
void buildAbsences(const FactRequest& from, rules::Case& into)
{
    const auto* row = from.subject.person ? from.data.record(from.subject) : nullptr;
    const auto* rows = row ? from.data.absences(row->id) : nullptr;
    if (!row || (!rows && !row->data.noAbsenceConfirmedOn))
        return;
    auto list = nlohmann::json::array();
    if (rows)
        for (const auto& item : *rows) {
            nlohmann::json one{{"days", item.days}};
            if (item.reason != domain::AbsenceReason::Unknown)
                one["reason"] = factCode(item.reason);
            list.push_back(std::move(one));
        }
    into.facts.set("absences", std::move(list));
}

}

FactGroup absenceFacts()
{
    return {"absences", kindsOf({EntityKind::Person, EntityKind::YearRecord, EntityKind::Absence}), buildAbsences};
}

}
