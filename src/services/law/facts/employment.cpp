// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

namespace thidua::services {

using namespace domain;

namespace {

/// A person's post of the year, since when they are employed, and how long they worked this year.
void buildEmployment(const FactRequest& from, rules::Case& into)
{
    if (!from.subject.person)
        return;
    into.subject.kind = rules::SubjectKind::Staff;
    if (const auto* post = from.data.post(*from.subject.person))
        into.subject.position = std::string(toCode(post->position));
    into.subject.employedFrom = from.data.employedFrom(*from.subject.person);
    if (const auto* row = from.data.record(from.subject); row && row->data.monthsWorked)
        into.facts.set("months_worked", *row->data.monthsWorked);
}

}

FactGroup employmentFacts()
{
    return {"employment", kindsOf({EntityKind::Person, EntityKind::StaffAssignment, EntityKind::YearRecord}), buildEmployment};
}

}
