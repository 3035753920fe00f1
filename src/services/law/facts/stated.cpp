// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"
#include "services/law/stated_value.h"

#include "rules/model.h"

namespace thidua::services {

using namespace domain;

namespace {

/// What has been stated, where no record tells it; how long each statement holds is the rules' word.
void buildStated(const FactRequest& from, rules::Case& into)
{
    const auto& rows = from.data.stated(from.subject);
    if (rows.empty())
        return;
    for (const auto& spec : from.wanted.catalogue().model().facts.facts()) {
        if (!spec.stated || into.facts.has(spec.id) || !from.wanted.reach(into, spec.id.c_str()))
            continue;
        if (const auto* row = statementFor(spec, rows, into))
            if (auto value = statedValue(spec, *row, into.on))
                into.facts.set(spec.id, std::move(*value));
    }
}

/// The school's tick says yes, unless somebody has stated otherwise of this person; its absence says nothing about where they worked before.
void buildArea(const FactRequest& from, rules::Case& into)
{
    if (from.subject.person && !into.facts.has("difficult_area") && from.data.inDifficultArea())
        into.facts.set("difficult_area", true);
}

}

FactGroup statedFacts()
{
    return {"stated", kindsOf({EntityKind::Person, EntityKind::StatedFact}), buildStated};
}

FactGroup difficultAreaFacts()
{
    return {"difficult-area", kindsOf({EntityKind::School}), buildArea};
}

}
