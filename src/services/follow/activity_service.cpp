// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/activity_service.h"

#include "domain/campaign.h"
#include "domain/contest.h"
#include "services/attachments/attachment_service.h"
#include "services/core/internal.h"
#include "services/follow/activity_check.h"
#include "services/people/subject_name.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/contest_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// Rows of several years share what is read for each.
class ActivityReader {
public:
    explicit ActivityReader(Reader& reader) : m_reader(reader)
    {
        for (const auto& kind : repo::activityKinds(reader))
            m_kinds.emplace(kind.id, kind.data);
        for (const auto& campaign : repo::campaigns(reader))
            m_campaigns.emplace(campaign.id, campaign.data.name);
        for (const auto& result : repo::contestResults(reader))
            m_contests.emplace(result.data.activity, result.data.contest);
    }

    ActivityRow row(const Stored<Activity>& stored)
    {
        const auto& data = stored.data;
        auto& lookup = of(data.year);
        const auto view = lookup.people.view(data.subject);
        ActivityRow row{stored.id, stored.version, data, m_kinds[data.kind], view.named(), view.unit, view.unitOrder, view.sortKey, {}, {}, {}, lookup.year};
        if (const auto contest = m_contests.find(stored.id); contest != m_contests.end())
            row.contest = contest->second;
        if (data.helped)
            row.helpedName = lookup.people.view(SubjectRef::of(*data.helped)).named();
        if (data.campaign)
            row.campaignName = m_campaigns[*data.campaign];
        return row;
    }

    std::vector<ActivityRow> rows(const std::vector<Stored<Activity>>& all)
    {
        std::vector<ActivityRow> rows;
        for (const auto& one : all)
            rows.push_back(row(one));
        return rows;
    }

private:
    struct OfYear {
        PeopleLookup people;
        SchoolYear year;
    };
    OfYear& of(SchoolYearId id)
    {
        auto found = m_years.find(id);
        if (found == m_years.end()) {
            found = m_years.emplace(id, OfYear{PeopleLookup(m_reader, id), repo::yearNumber(m_reader, id).value_or(SchoolYear(0))}).first;
        }
        return found->second;
    }
    Reader& m_reader;
    std::map<ActivityKindId, ActivityKind> m_kinds;
    std::map<CampaignId, std::string> m_campaigns;
    std::map<ActivityId, ContestId> m_contests;
    std::map<SchoolYearId, OfYear> m_years;
};

/// “Dự giờ của Nguyễn Thị Hoa”, “12 mục”.
std::string labelOf(Tx& tx, const std::vector<Activity>& entries)
{
    if (entries.size() != 1)
        return text::message("activity.several", {std::to_string(entries.size())});
    const auto kind = tx.find<ActivityKind>(entries.front().kind);
    return text::message("activity.of", {kind ? kind->data.name : std::string(), subjectName(tx, entries.front().subject)});
}

/// What a contest wrote is changed there; beside it a person may write where the proof is, and whether it is confirmed.
Result<void> keepsResult(Tx& tx, ActivityId id, const std::optional<Activity>& now)
{
    const auto result = repo::resultOf(tx, id);
    if (!result)
        return {};
    auto before = tx.find<Activity>(id)->data;
    if (now) {
        before.evidence = now->evidence;
        before.confirmedOn = now->confirmedOn;
        if (before == *now)
            return {};
    }
    const auto contest = tx.find<Contest>(result->data.contest);
    return fail(ErrorCode::WrongState, "activity.of-contest", {contest ? contest->data.name : std::string()});
}

Result<std::vector<Stored<Activity>>> needAll(Reader& reader, const std::vector<ActivityId>& ids)
{
    std::vector<Stored<Activity>> rows;
    for (const auto& id : ids) {
        TD_TRY(auto row, need<Activity>(reader, id));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Activity> dataOf(const std::vector<Stored<Activity>>& rows)
{
    std::vector<Activity> entries;
    for (const auto& row : rows)
        entries.push_back(row.data);
    return entries;
}

}

Result<std::vector<ActivityRow>> ActivityService::activities(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<ActivityRow>> { return ActivityReader(reader).rows(repo::activities(reader, year)); });
}

Result<std::vector<ActivityRow>> ActivityService::of(const SubjectRef& subject)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<ActivityRow>> { return ActivityReader(reader).rows(repo::activitiesOf(reader, subject)); });
}

Result<std::optional<SchoolYear>> ActivityService::yearOf(ActivityId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::optional<SchoolYear>> {
        const auto row = reader.find<Activity>(id);
        return row ? repo::yearNumber(reader, row->data.year) : std::nullopt;
    });
}

Result<Participation> ActivityService::participation(CampaignId campaign)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<Participation> {
        Participation all;
        std::map<SubjectRef, Participant> who;
        for (const auto& row : ActivityReader(reader).rows(repo::activitiesOf(reader, campaign))) {
            auto& one = who.try_emplace(row.activity.subject, Participant{row.activity.subject, row.name, 0, 0, 0, row.sortKey}).first->second;
            if (!row.confirmed()) {
                ++one.waiting;
                ++all.waiting;
                continue;
            }
            ++one.entries;
            one.count += row.activity.count;
            ++all.entries;
            all.amount += row.activity.amount.value_or(0);
        }
        for (auto& [subject, one] : who) {
            if (one.entries > 0)
                ++(subject.person ? all.people : all.collectives);
            all.who.push_back(std::move(one));
        }
        std::ranges::stable_sort(all.who, [](const auto& a, const auto& b) {
            return std::tuple(!a.subject.person, a.sortKey) < std::tuple(!b.subject.person, b.sortKey);
        });
        return all;
    });
}

Written<ActivityId> ActivityService::add(const ActivityDraft& draft)
{
    if (draft.subjects.empty())
        return fail({{"subjects", "activity.subject-missing", {}}});
    std::vector<Activity> entries;
    for (const auto& subject : draft.subjects) {
        entries.push_back(draft.activity);
        entries.back().subject = subject;
    }
    return addAll(entries);
}

Written<ActivityId> ActivityService::addAll(const std::vector<Activity>& given)
{
    return writeTo<ActivityId>(m_file, Op::AddActivities, [&](Tx& tx) -> Result<ActivityId> {
        if (given.empty())
            return fail({{"subjects", "activity.subject-missing", {}}});
        ActivityCheck check(tx, given.front().year, m_file.clock().today());
        std::optional<ActivityId> first;
        for (const auto& one : given) {
            const auto entry = check.tidied(one);
            if (auto issues = check.issues(entry); !issues.empty())
                return fail(std::move(issues));
            check.take(entry);
            const auto id = tx.insert(entry);
            first = first.value_or(id);
        }
        tx.setLabel({labelOf(tx, given)});
        return *first;
    });
}

Written<Done> ActivityService::edit(ActivityId id, const Activity& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditActivity, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<Activity>(tx, id));
        ActivityCheck check(tx, before.data.year, m_file.clock().today());
        auto entry = check.tidied(given);
        entry.year = before.data.year;
        check.leave(before.data);
        if (auto issues = check.issues(entry); !issues.empty())
            return fail(std::move(issues));
        TD_CHECK(keepsResult(tx, id, entry));
        tx.setLabel({check.nameOf(entry.subject)});
        tx.update(id, entry, version);
        return Done{};
    });
}

Written<Done> ActivityService::remove(const std::vector<ActivityId>& ids)
{
    return writeTo<Done>(m_file, Op::RemoveActivities, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto rows, needAll(tx, ids));
        tx.setLabel({labelOf(tx, dataOf(rows))});
        for (const auto& row : rows) {
            TD_CHECK(keepsResult(tx, row.id, std::nullopt));
            removeAttachments(tx, AttachmentOwner::of(row.id));
            tx.remove<Activity>(row.id);
        }
        return Done{};
    });
}

Written<Done> ActivityService::confirm(const std::vector<ActivityId>& ids)
{
    return writeTo<Done>(m_file, Op::ConfirmActivities, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto rows, needAll(tx, ids));
        std::erase_if(rows, [](const auto& row) { return row.data.confirmedOn.has_value(); });
        if (rows.empty())
            return fail(ErrorCode::WrongState, "activity.confirmed-already");
        for (auto& row : rows) {
            row.data.confirmedOn = m_file.clock().today();
            tx.update(row.id, row.data);
        }
        tx.setLabel({labelOf(tx, dataOf(rows))});
        return Done{};
    });
}

}
