// SPDX-License-Identifier: GPL-3.0-or-later
// What two records of one person did through the year, the groups that both are in, the contests in which they took part or judged, and
// what both follow for a council.
#include "domain/activity.h"
#include "domain/contest.h"
#include "domain/council_charge.h"
#include "domain/named_group.h"
#include "storage/repo/dossier_repo.h"
#include "services/people/merge_plan.h"
#include "storage/repo/contest_repo.h"
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
            moveResult(tx, gone, id);
            for (auto& file : repo::attachments(tx, AttachmentOwner::of(gone))) {
                file.data.owner = AttachmentOwner::of(id);
                tx.update(file.id, file.data);
            }
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

void MergePlan::contests()
{
    // Marks of one judge stand once for each entry: which of two would count is nobody's to guess here.
    if (!pairs<ContestJudge>(EntityKind::ContestJudge, [](const auto& row) { return std::optional(row.contest); }).empty())
        refuse("merge.judge-twice", {m_view.keptName});
    const auto marks = [this](bool kept, ContestEntryId entry) {
        for (const auto& judge : rows<ContestJudge>(EntityKind::ContestJudge, kept))
            for (const auto& mark : storage::repo::marksOf(m_reader, entry))
                if (mark.data.judge == judge.id)
                    return true;
        return false;
    };
    for (const bool kept : {true, false})
        for (const auto& author : rows<ContestAuthor>(EntityKind::ContestAuthor, kept))
            if (marks(!kept, author.data.entry))
                refuse("merge.judged-own", {m_view.keptName});
    for (const auto& [one, other] : pairs<ContestAuthor>(EntityKind::ContestAuthor, [](const auto& row) { return std::optional(row.entry); }))
        m_writes.push_back([gone = other.id](storage::Tx& tx) { tx.remove<ContestAuthor>(gone); });
}

/// The activity that stays is then the one that the contest wrote.
void MergePlan::moveResult(storage::Tx& tx, ActivityId gone, ActivityId stays)
{
    const auto row = storage::repo::resultOf(tx, gone);
    if (!row)
        return;
    if (storage::repo::resultOf(tx, stays))
        tx.remove<ContestResult>(row->id);
    else
        tx.update(row->id, ContestResult{row->data.contest, stays});
}

void MergePlan::charges()
{
    const auto keyOf = [](const CouncilCharge& row) { return std::optional(std::tuple(row.council, row.collective, row.campaign)); };
    for (const auto& [one, other] : pairs<CouncilCharge>(EntityKind::CouncilCharge, keyOf))
        m_writes.push_back([gone = other.id](storage::Tx& tx) { tx.remove<CouncilCharge>(gone); });
}

}
