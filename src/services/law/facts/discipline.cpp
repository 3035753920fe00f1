// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// Of this year, once somebody has confirmed it; with it, what is on record from before.
void addCases(const FactData& data, const Stored<YearRecord>& row, rules::FactSet& facts)
{
    const auto* cases = data.discipline(row.id);
    if (!cases && !row.data.noDisciplineConfirmedOn)
        return;
    auto list = nlohmann::json::array();
    const auto add = [&list](const auto& item) { list.push_back({{"form", factCode(item.form)}, {"decided_on", item.decidedOn.iso()}}); };
    std::ranges::for_each(data.pastDiscipline(*row.data.subject.person), add);
    if (cases)
        std::ranges::for_each(*cases, add);
    facts.set("discipline", std::move(list));
}

void buildDiscipline(const FactRequest& from, rules::Case& into)
{
    const auto* row = from.subject.person ? from.data.record(from.subject) : nullptr;
    if (!row)
        return;
    addCases(from.data, *row, into.facts);
    setKnown(into.facts, "under_investigation", row->data.underInvestigation);
}

}

FactGroup disciplineFacts()
{
    return {"discipline", kindsOf({EntityKind::Person, EntityKind::YearRecord, EntityKind::DisciplineCase, EntityKind::SchoolYearRow}), buildDiscipline};
}

}
