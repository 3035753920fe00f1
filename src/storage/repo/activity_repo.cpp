// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/activity_repo.h"

#include "storage/repo/merge_repo.h"
#include "storage/table_map.h"

namespace thidua::storage::repo {
namespace {

void asTheyAreNow(Reader& reader, std::vector<Stored<Activity>>& rows)
{
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.helped; });
}

}

std::vector<Stored<ActivityKind>> activityKinds(Reader& reader)
{
    return reader.all<ActivityKind>("ORDER BY sort_order, name");
}

std::vector<Stored<Activity>> activities(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<Activity>("WHERE school_year_id = ? ORDER BY happened_on DESC, id DESC", {year.value()});
    asTheyAreNow(reader, rows);
    return rows;
}

std::vector<Stored<Activity>> activitiesOf(Reader& reader, const SubjectRef& subject)
{
    auto rows = subject.person ? reader.all<Activity>("WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) ORDER BY happened_on DESC, id DESC",
                                                      {subject.person->value()})
                               : reader.all<Activity>("WHERE collective_id = ? ORDER BY happened_on DESC, id DESC", {toValue(subject.collective)});
    asTheyAreNow(reader, rows);
    return rows;
}

std::vector<Stored<Activity>> activitiesOf(Reader& reader, CampaignId campaign)
{
    auto rows = reader.all<Activity>("WHERE campaign_id = ? ORDER BY happened_on DESC, id DESC", {campaign.value()});
    asTheyAreNow(reader, rows);
    return rows;
}

bool anyActivity(Reader& reader, ActivityKindId kind)
{
    return reader.number("SELECT EXISTS (SELECT 1 FROM activity WHERE kind_id = ?)", {kind.value()}) != 0;
}

std::int64_t targetsCountedBy(Reader& reader, const std::string& metric)
{
    return reader.number("SELECT count(*) FROM target WHERE metric = ?", {metric});
}

std::vector<Stored<NamedGroup>> namedGroups(Reader& reader, SchoolYearId year)
{
    return reader.all<NamedGroup>("WHERE school_year_id = ? ORDER BY name", {year.value()});
}

std::vector<Stored<NamedGroupMember>> membersOf(Reader& reader, NamedGroupId group)
{
    auto rows = reader.all<NamedGroupMember>("WHERE group_id = ? ORDER BY id", {group.value()});
    asOneRow(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

}
