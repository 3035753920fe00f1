// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/prepare/group_service.h"

#include "base/name_keys.h"
#include "services/core/internal.h"
#include "services/people/people_lookup.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/employment_repo.h"
#include "storage/repo/merge_repo.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

bool isOfBasis(GroupBasis basis, Position position)
{
    return basis == GroupBasis::Staff || position == Position::Teacher || position == Position::TeamLeader;
}

Result<void> checkGroup(Reader& reader, const GroupDraft& draft, std::optional<NamedGroupId> self)
{
    auto issues = validate(draft);
    const auto days = repo::daysOf(reader, draft.group.year);
    if (days && (draft.group.countedOn < days->first || draft.group.countedOn > days->second))
        issues.push_back({"countedOn", "group.outside-year", {draft.group.countedOn.vn(), days->first.vn(), days->second.vn()}});
    for (const auto& other : repo::namedGroups(reader, draft.group.year))
        if (other.id != self && nameKey(other.data.name) == nameKey(draft.group.name))
            issues.push_back({"name", "group.exists", {draft.group.name}});
    if (!issues.empty())
        return fail(std::move(issues));
    return {};
}

void writePicked(Tx& tx, NamedGroupId id, const GroupDraft& draft)
{
    std::set<PersonId> wanted;
    if (draft.group.basis == GroupBasis::Picked)
        wanted.insert(draft.picked.begin(), draft.picked.end());
    for (const auto& row : repo::membersOf(tx, id))
        if (wanted.erase(row.data.person) == 0)
            tx.remove<NamedGroupMember>(row.id);
    for (const auto& person : wanted)
        tx.insert(NamedGroupMember{id, person});
}

}

std::vector<FieldIssue> validate(const GroupDraft& draft)
{
    std::vector<FieldIssue> issues;
    require(issues, draft.group.name, "name", "group.name-missing");
    if (draft.group.basis == GroupBasis::Picked && draft.picked.empty())
        issues.push_back({"picked", "group.nobody", {}});
    return issues;
}

std::vector<SubjectView> membersOfGroup(Reader& reader, const PeopleLookup& people, const Stored<NamedGroup>& group)
{
    const bool byName = group.data.basis == GroupBasis::Picked;
    std::set<PersonId> picked;
    if (byName)
        for (const auto& row : repo::membersOf(reader, group.id))
            picked.insert(row.data.person);
    auto members = people.staff(group.data.countedOn);
    std::erase_if(members, [&](const auto& view) {
        return byName ? !picked.contains(*view.subject.person) : !view.position || !isOfBasis(group.data.basis, *view.position);
    });
    return members;
}

Result<std::vector<GroupRow>> GroupService::groups(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<GroupRow>> {
        const PeopleLookup people(reader, year);
        std::vector<GroupRow> rows;
        for (const auto& group : repo::namedGroups(reader, year)) {
            GroupRow row{group.id, group.version, group.data, {}, {}, 0};
            for (const auto& view : membersOfGroup(reader, people, group)) {
                row.members.push_back(*view.subject.person);
                row.names.push_back(view.named());
            }
            if (group.data.basis == GroupBasis::Picked)
                row.left = static_cast<int>(repo::membersOf(reader, group.id).size()) - static_cast<int>(row.members.size());
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

Written<NamedGroupId> GroupService::add(const GroupDraft& draft)
{
    return writeTo<NamedGroupId>(m_file, Op::AddNamedGroup, [&](Tx& tx) -> Result<NamedGroupId> {
        TD_CHECK(checkGroup(tx, draft, std::nullopt));
        tx.setLabel({draft.group.name});
        const auto id = tx.insert(draft.group);
        writePicked(tx, id, draft);
        return id;
    });
}

Written<Done> GroupService::edit(NamedGroupId id, const GroupDraft& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditNamedGroup, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<NamedGroup>(tx, id));
        auto draft = given;
        draft.group.year = before.data.year;
        TD_CHECK(checkGroup(tx, draft, id));
        tx.setLabel({draft.group.name});
        tx.update(id, draft.group, version);
        writePicked(tx, id, draft);
        return Done{};
    });
}

Written<Done> GroupService::remove(NamedGroupId id)
{
    return writeTo<Done>(m_file, Op::RemoveNamedGroup, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto group, need<NamedGroup>(tx, id));
        const auto members = repo::membersOf(tx, id);
        if (repo::pointersAt(tx, EntityKind::NamedGroup, id.value()) > static_cast<std::int64_t>(members.size()))
            return fail(ErrorCode::WrongState, "group.used", {group.data.name});
        tx.setLabel({group.data.name});
        for (const auto& row : members)
            tx.remove<NamedGroupMember>(row.id);
        tx.remove<NamedGroup>(id);
        return Done{};
    });
}

}
