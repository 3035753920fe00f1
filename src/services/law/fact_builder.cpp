// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/fact_builder.h"

#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

struct FactBuilder::Source {
    FactData data;
    FactsWanted wanted;
};

FactBuilder::FactBuilder(storage::Reader& reader, SchoolYearId year, const rules::Catalogue& catalogue, Purpose purpose)
    : m_source(std::make_unique<Source>(Source{FactData(reader, year), FactsWanted(catalogue, purpose)}))
{
}

FactBuilder::~FactBuilder() = default;

rules::Case FactBuilder::makeCase(const SubjectRef& subject, const std::string& honour, Date on, rules::Stage stage, Ground ground) const
{
    rules::Case made;
    made.on = on;
    made.schoolYear = m_source->data.year();
    made.honour = honour;
    made.stage = stage;
    made.ground = std::string(toCode(ground));
    for (const auto& group : factGroups())
        group.build({m_source->data, subject, m_source->wanted}, made);
    return made;
}

}
