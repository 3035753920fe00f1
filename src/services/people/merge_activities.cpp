// SPDX-License-Identifier: GPL-3.0-or-later
// What two records of one person did through the year, and the groups that both are in.
#include "domain/activity.h"
#include "domain/named_group.h"
#include "services/people/merge_plan.h"
#include "text/messages.h"

#include <tuple>

namespace thidua::services {

using namespace domain;

void MergePlan::activities()
{
    // Whoever helped the other record would have helped himself.
    const auto helps = [this](bool kept, PersonId other) {
        for (const auto& row : rows<Activity>(EntityKind::Activity, kept, true))
            if (row.data.subject.person == (kept ? m_view.kept : m_view.taken) && row.data.helped == other)
                return true;
        return false;
    };
    if (helps(true, m_view.taken) || helps(false, m_view.kept))
        refuse("merge.helps-self", {m_view.keptName});
    // The same kind on the same day in the same campaign was one.
    const auto keyOf = [this](const Activity& row) {
        const bool own = row.subject.person == m_view.kept || row.subject.person == m_view.taken;
        return own ? std::optional(std::tuple(row.kind, row.on.iso(), row.campaign)) : std::nullopt;
    };
    for (const auto& [one, other] : pairs<Activity>(EntityKind::Activity, keyOf)) {
        auto entry = one.data;
        const auto words = [](const Activity& row) { return text::message("merge.activity", {row.on.vn(), std::to_string(row.count)}); };
        weigh("activity." + std::to_string(one.id.value()) + ".quantity", text::label("entity", "activity"), text::label("column", "quantity"), entry, other.data, words, true);
        entry.subject = one.data.subject;
        m_writes.push_back([id = one.id, gone = other.id, entry](storage::Tx& tx) {
            tx.remove<Activity>(gone);
            tx.update(id, entry);
        });
    }
}

void MergePlan::groupMembers()
{
    for (const auto& [one, other] : pairs<NamedGroupMember>(EntityKind::NamedGroupMember, [](const auto& row) { return std::optional(row.group); }))
        m_writes.push_back([gone = other.id](storage::Tx& tx) { tx.remove<NamedGroupMember>(gone); });
}

}
