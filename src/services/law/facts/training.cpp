// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

namespace {

void buildTraining(const FactRequest& from, rules::Case& into)
{
    const auto* row = from.subject.person ? from.data.record(from.subject) : nullptr;
    if (row && row->data.trainingMonths && row->data.trainingResult)
        into.facts.set("training", {{"months", *row->data.trainingMonths}, {"result", factCode(*row->data.trainingResult)}});
}

}

FactGroup trainingFacts()
{
    return {"training", kindsOf({EntityKind::Person, EntityKind::YearRecord}), buildTraining};
}

}
