// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/contest_rows.h"

#include "base/text_util.h"
#include "domain/campaign.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/contest_repo.h"
#include "storage/repo/merge_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

namespace {

void readEntries(storage::Reader& reader, const PeopleLookup& people, ContestRow& row)
{
    for (auto& stored : repo::entriesOf(reader, row.id))
        row.entries.push_back({stored.id, stored.version, stored.data, {}, {}, {stored.id, {}, 0}, {}, 0});
    const auto entry = [&row](ContestEntryId id) { return std::ranges::find(row.entries, id, &ContestEntryRow::id); };
    for (const auto& author : repo::authorsOf(reader, row.id))
        if (const auto found = entry(author.data.entry); found != row.entries.end()) {
            const auto view = people.view(author.data.subject);
            found->authors.push_back({author.data.subject, view.named(), view.unit});
        }
    for (const auto& mark : repo::marksOf(reader, row.id))
        if (const auto found = entry(mark.data.entry); found != row.entries.end())
            found->marks[mark.data.judge] = mark.data.mark;
}

void count(ContestRow& row)
{
    std::vector<Ranked> standings;
    for (auto& entry : row.entries) {
        std::int64_t sum = 0;
        for (const auto& [judge, mark] : entry.marks)
            sum += mark;
        if (!entry.marks.empty())
            entry.standing.mean = Ratio{sum, static_cast<std::int64_t>(entry.marks.size())};
        for (const auto& judge : row.judges)
            entry.missing += !entry.marks.contains(judge.id) && !entry.isOf(judge.person) ? 1 : 0;
        for (const auto& prize : row.prizes)
            if (entry.entry.prize == prize.id)
                entry.prizeName = prize.data.name;
        standings.push_back(entry.standing);
    }
    rank(standings);
    for (std::size_t i = 0; i < row.entries.size(); ++i)
        row.entries[i].standing = standings[i];
}

/// Whether two activities say the same; what a person adds to one that the contest wrote stays theirs.
bool saysTheSame(Activity one, const Activity& other)
{
    one.subject = other.subject; // one of two records that are one person
    one.evidence = other.evidence;
    one.confirmedOn = other.confirmedOn;
    return one == other;
}

bool isStale(storage::Reader& reader, const ContestRow& row)
{
    const auto made = activitiesOf(reader, row);
    return !leftOver(row, made).empty() || std::ranges::any_of(made, [&reader](const auto& one) {
        const auto there = one.there ? reader.find<Activity>(*one.there) : std::nullopt;
        return !there || !saysTheSame(one.activity, there->data);
    });
}

}

std::string ContestEntryRow::names() const
{
    std::vector<std::string> all;
    for (const auto& author : authors)
        all.push_back(author.name);
    return join(all, ", ");
}

bool ContestEntryRow::isOf(PersonId person) const
{
    return std::ranges::any_of(authors, [&person](const auto& author) { return author.subject.person == person; });
}

int ContestRow::missingMarks() const
{
    int missing = 0;
    for (const auto& entry : entries)
        missing += entry.missing;
    return missing;
}

int ContestRow::prizesGiven() const
{
    return static_cast<int>(std::ranges::count_if(entries, [](const auto& entry) { return entry.entry.prize.has_value(); }));
}

bool ContestRow::againstRank() const
{
    const auto place = [this](const ContestEntryRow& entry) {
        const auto found = std::ranges::find_if(prizes, [&entry](const auto& prize) { return entry.entry.prize == prize.id; });
        return found - prizes.begin();
    };
    return std::ranges::any_of(entries, [&](const auto& one) {
        return one.standing.rank > 0 && std::ranges::any_of(entries, [&](const auto& other) {
            return other.standing.rank > one.standing.rank && place(other) < place(one);
        });
    });
}

PrizeProposal ContestRow::proposal() const
{
    std::vector<Ranked> standings;
    for (const auto& entry : entries)
        standings.push_back(entry.standing);
    std::vector<PrizeRoom> rooms;
    for (const auto& prize : prizes)
        rooms.push_back({prize.id, prize.data.quantity});
    return proposePrizes(std::move(standings), rooms);
}

ContestRow contestRow(storage::Reader& reader, const PeopleLookup& people, const Stored<Contest>& contest)
{
    ContestRow row;
    row.id = contest.id;
    row.version = contest.version;
    row.contest = contest.data;
    if (const auto kind = reader.find<ActivityKind>(contest.data.kind))
        row.kindName = kind->data.name;
    if (const auto campaign = contest.data.campaign ? reader.find<Campaign>(*contest.data.campaign) : std::nullopt)
        row.campaignName = campaign->data.name;
    row.prizes = repo::prizesOf(reader, row.id);
    for (const auto& judge : repo::judgesOf(reader, row.id))
        row.judges.push_back({judge.id, judge.data.person, people.view(SubjectRef::of(judge.data.person)).named()});
    readEntries(reader, people, row);
    count(row);
    for (const auto& result : repo::resultsOf(reader, row.id))
        row.activities.push_back(result.data.activity);
    row.stale = contest.data.state == ContestState::Confirmed && isStale(reader, row);
    return row;
}

std::vector<ContestActivity> activitiesOf(storage::Reader& reader, const ContestRow& row)
{
    std::map<SubjectRef, ActivityId> there;
    const repo::Merged merged(reader);
    for (const auto& id : row.activities)
        if (const auto activity = reader.find<Activity>(id))
            there.emplace(merged.now(activity->data.subject), id);
    std::map<SubjectRef, std::vector<const ContestEntryRow*>> took;
    for (const auto& entry : row.entries)
        for (const auto& author : entry.authors)
            took[author.subject].push_back(&entry);
    const auto kind = reader.find<ActivityKind>(row.contest.kind);
    std::vector<ContestActivity> made;
    for (const auto& [subject, entries] : took) {
        ContestActivity one;
        if (const auto found = there.find(subject); found != there.end())
            one.there = found->second;
        one.activity.kind = row.contest.kind;
        one.activity.year = row.contest.year;
        one.activity.subject = subject;
        one.activity.on = row.contest.judgedOn;
        one.activity.count = static_cast<int>(entries.size());
        if (kind && kind->data.hasLevel)
            one.activity.level = row.contest.level;
        one.activity.campaign = row.contest.campaign;
        std::vector<std::string> titles, prizes;
        for (const auto& prize : row.prizes)
            for (const auto* entry : entries)
                if (entry->entry.prize == prize.id)
                    prizes.push_back(prize.data.name);
        for (const auto* entry : entries)
            titles.push_back(entry->entry.title);
        one.activity.result = join(prizes, ", ");
        one.activity.what = join(titles, "; ");
        one.activity.evidence = text::message("contest.evidence", {row.contest.name});
        made.push_back(std::move(one));
    }
    return made;
}

std::vector<ActivityId> leftOver(const ContestRow& row, const std::vector<ContestActivity>& made)
{
    std::vector<ActivityId> over;
    for (const auto& id : row.activities)
        if (std::ranges::none_of(made, [&id](const auto& one) { return one.there == id; }))
            over.push_back(id);
    return over;
}

}
