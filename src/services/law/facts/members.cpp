// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/facts/fact_group.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

bool fromWarning(const DisciplineCase& one)
{
    return one.form != DisciplineForm::Reprimand;
}

/// How many belong to a collective and how their year went. A count that some member's record leaves open is not given, but for one that
/// is already more than none.
void buildMembers(const FactRequest& from, rules::Case& into)
{
    if (!from.subject.collective)
        return;
    const auto members = from.data.membersOf(*from.subject.collective, into.on);
    if (members.empty())
        return;
    const int total = static_cast<int>(members.size());
    into.facts.set("members", total);
    int completed = 0, graded = 0, warned = 0, disciplineKnown = 0;
    for (const auto& person : members) {
        const auto* row = from.data.record(SubjectRef::of(person));
        if (!row)
            continue;
        graded += row->data.evaluation ? 1 : 0;
        completed += row->data.evaluation && *row->data.evaluation != Evaluation::NotCompleted ? 1 : 0;
        const auto* cases = from.data.discipline(row->id);
        disciplineKnown += cases || row->data.noDisciplineConfirmedOn ? 1 : 0;
        warned += cases && std::ranges::any_of(*cases, fromWarning) ? 1 : 0;
    }
    if (graded == total)
        into.facts.set("members_completed", completed);
    if (disciplineKnown == total || warned > 0)
        into.facts.set("members_disciplined_from_warning", warned);
}

}

FactGroup memberFacts()
{
    return {"members", kindsOf({EntityKind::Person, EntityKind::StaffAssignment, EntityKind::Collective, EntityKind::YearRecord, EntityKind::DisciplineCase}), buildMembers};
}

}
