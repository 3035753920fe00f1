// SPDX-License-Identifier: GPL-3.0-or-later
// Prizes of a contest, and its results as activities.
#include "services/attachments/attachment_service.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/follow/activity_check.h"
#include "services/follow/contest_rows.h"
#include "storage/repo/contest_repo.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// More of a prize than the call has, or a prize for what nobody has marked.
std::vector<FieldIssue> prizeIssues(const ContestRow& contest)
{
    std::vector<FieldIssue> issues;
    for (const auto& prize : contest.prizes) {
        const auto given = std::ranges::count_if(contest.entries, [&prize](const auto& entry) { return entry.entry.prize == prize.id; });
        if (given > prize.data.quantity)
            issues.push_back({"prizes", "contest.prize-too-many", {prize.data.name, std::to_string(given), std::to_string(prize.data.quantity)}});
    }
    for (const auto& entry : contest.entries)
        if (entry.entry.prize && !entry.standing.mean)
            issues.push_back({"prizes", "contest.prize-unmarked", {entry.entry.code}});
    return issues;
}

Result<void> mayBeConfirmed(const ContestRow& contest, Date today)
{
    if (contest.entries.empty())
        return fail(ErrorCode::WrongState, "contest.no-entries", {contest.contest.name});
    if (contest.contest.judgedOn > today)
        return fail(ErrorCode::WrongState, "contest.not-judged-yet", {contest.contest.name, contest.contest.judgedOn.vn()});
    if (const int missing = contest.missingMarks(); missing > 0)
        return fail(ErrorCode::WrongState, "contest.marks-missing", {std::to_string(missing)});
    if (contest.prizesGiven() == 0)
        return fail(ErrorCode::WrongState, "contest.no-prizes", {contest.contest.name});
    if (auto issues = prizeIssues(contest); !issues.empty())
        return fail(std::move(issues));
    return {};
}

/// With the files that were attached to what it wrote.
void removeResult(Tx& tx, const Stored<ContestResult>& row)
{
    tx.remove<ContestResult>(row.id);
    removeAttachments(tx, AttachmentOwner::of(row.data.activity));
    tx.remove<Activity>(row.data.activity);
}

/// One activity for each, those there already brought up to date; what a person wrote beside stays.
Result<void> writeActivities(Tx& tx, const ContestRow& contest, Date today)
{
    const auto made = activitiesOf(tx, contest);
    ActivityCheck check(tx, contest.contest.year, today);
    // What this and other contests wrote does not stand in the way: one day, one kind and one author may have two of them.
    for (const auto& one : repo::contests(tx, contest.contest.year))
        for (const auto& row : repo::resultsOf(tx, one.id))
            if (const auto there = tx.find<Activity>(row.data.activity))
                check.leave(there->data);
    for (const auto& row : repo::resultsOf(tx, contest.id)) {
        const auto over = leftOver(contest, made);
        if (std::ranges::find(over, row.data.activity) == over.end())
            continue;
        removeResult(tx, row);
    }
    for (auto one : made) {
        auto issues = check.issues(one.activity);
        // An author who handed in and left before the judging keeps the prize.
        std::erase_if(issues, [](const auto& issue) { return issue.key == "activity.had-left"; });
        if (!issues.empty())
            return fail(std::move(issues));
        check.take(one.activity);
        const auto there = one.there ? tx.find<Activity>(*one.there) : std::nullopt;
        if (there) {
            one.activity.evidence = there->data.evidence;
            one.activity.confirmedOn = there->data.confirmedOn;
            tx.update(there->id, one.activity);
        } else {
            one.activity.confirmedOn = today;
            tx.insert(ContestResult{contest.id, tx.insert(one.activity)});
        }
    }
    return {};
}

}

Written<Done> ContestService::givePrizes(ContestId id, const std::map<ContestEntryId, std::optional<ContestPrizeId>>& prizes)
{
    return writeTo<Done>(m_file, Op::GiveContestPrizes, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto stored, need<Contest>(tx, id));
        auto contest = contestRow(tx, PeopleLookup(tx, stored.data.year), stored);
        for (auto& entry : contest.entries)
            if (const auto given = prizes.find(entry.id); given != prizes.end()) {
                const bool known = !given->second || std::ranges::any_of(contest.prizes, [&given](const auto& prize) { return prize.id == *given->second; });
                if (!known)
                    return fail(ErrorCode::NotFound, "row.not-found");
                entry.entry.prize = given->second;
                entry.entry.story = entry.entry.story && entry.entry.prize;
            }
        if (auto issues = prizeIssues(contest); !issues.empty())
            return fail(std::move(issues));
        for (const auto& entry : contest.entries)
            tx.update(entry.id, entry.entry);
        tx.setLabel({contest.contest.name});
        return Done{};
    });
}

Written<Done> ContestService::confirm(ContestId id)
{
    return writeTo<Done>(m_file, Op::ConfirmContestResults, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto stored, need<Contest>(tx, id));
        const auto contest = contestRow(tx, PeopleLookup(tx, stored.data.year), stored);
        const auto today = m_file.clock().today();
        TD_CHECK(mayBeConfirmed(contest, today));
        if (stored.data.state == ContestState::Confirmed && !contest.stale)
            return fail(ErrorCode::WrongState, "contest.up-to-date", {contest.contest.name});
        TD_TRY(stored.data.state, takeStep(stored.data.state, ContestEvent::Confirm, stored.data.name));
        stored.data.confirmedOn = today;
        TD_CHECK(writeActivities(tx, contest, today));
        tx.update(id, stored.data);
        tx.setLabel({contest.contest.name});
        return Done{};
    });
}

Written<Done> ContestService::takeBack(ContestId id)
{
    return writeTo<Done>(m_file, Op::TakeBackContestResults, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto stored, need<Contest>(tx, id));
        TD_TRY(stored.data.state, takeStep(stored.data.state, ContestEvent::TakeBack, stored.data.name));
        stored.data.confirmedOn.reset();
        for (const auto& row : repo::resultsOf(tx, id)) {
            removeResult(tx, row);
        }
        tx.update(id, stored.data);
        tx.setLabel({stored.data.name});
        return Done{};
    });
}

}
