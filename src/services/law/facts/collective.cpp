// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

namespace {

/// What kind of collective it is, and how its year went as a whole.
void buildCollective(const FactRequest& from, rules::Case& into)
{
    if (!from.subject.collective)
        return;
    into.subject.kind = rules::SubjectKind::Collective;
    // The rules know the party cell only as an organisation beside the school's own collectives.
    if (const auto type = from.data.typeOf(*from.subject.collective); type && *type != CollectiveType::PartyCell)
        into.subject.type = std::string(toCode(*type));
    if (const auto* row = from.data.record(from.subject)) {
        setKnown(into.facts, "unity", row->data.unity);
        setKnown(into.facts, "under_investigation", row->data.underInvestigation);
        setKnown(into.facts, "law_compliance", row->data.lawCompliance);
    }
}

}

FactGroup collectiveFacts()
{
    return {"collective", kindsOf({EntityKind::Person, EntityKind::Collective, EntityKind::YearRecord}), buildCollective};
}

}
