// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

namespace {

/// The school's tick says yes; its absence says nothing about where a person worked before.
void build(const FactRequest& from, rules::Case& into)
{
    if (from.subject.person && from.data.school().difficultArea)
        into.facts.set("difficult_area", true);
}

}

FactGroup difficultAreaFacts()
{
    return {"difficult-area", kindsOf({EntityKind::School}), build};
}

}
