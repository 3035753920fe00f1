// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PostingService that changes a line of posted results.
#include "documents/compose.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/nomination.h"
#include "domain/submission.h"
#include "services/core/steps.h"
#include "services/review/council_rows.h"
#include "services/review/posting_rows.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

NominationState stateAfter(ListOutcome outcome)
{
    switch (outcome) {
    case ListOutcome::Withdrawn: return NominationState::Withdrawn;
    case ListOutcome::NotPassed: return NominationState::NotPassed;
    case ListOutcome::Again: break;
    }
    return NominationState::Proposed;
}

/// A draft that lists the line no more: what is left keeps its order.
template <class Line>
void dropFrom(Tx& tx, const std::vector<Stored<Line>>& lines, NominationId nomination)
{
    int seq = 0;
    for (auto line : lines) {
        if (line.data.nomination == nomination) {
            tx.remove<Line>(line.id);
            continue;
        }
        line.data.seq = ++seq;
        tx.update(line.id, line.data);
    }
}

void leaveDrafts(Tx& tx, SchoolYearId year, NominationId nomination)
{
    for (const auto& decision : repo::decisions(tx, year))
        if (decision.data.state == DecisionState::Draft)
            if (const auto lines = repo::lines(tx, decision.id); std::ranges::any_of(lines, [&](const auto& line) { return line.data.nomination == nomination; }))
                dropFrom(tx, lines, nomination);
    for (const auto& submission : repo::submissions(tx, year))
        if (submission.data.state == SubmissionState::Draft)
            if (const auto lines = repo::lines(tx, submission.id); std::ranges::any_of(lines, [&](const auto& line) { return line.data.nomination == nomination; }))
                dropFrom(tx, lines, nomination);
}

Result<void> amendNomination(Tx& tx, NominationId id, ListOutcome outcome)
{
    TD_TRY(auto nomination, need<Nomination>(tx, id));
    const auto to = stateAfter(outcome);
    TD_CHECK(checkStep(nomination.data.state, NominationEvent::Amend, nomination.data.name));
    if (nomination.data.state == to)
        return fail({{"outcome", "list-change.same", {nomination.data.name}}});
    leaveDrafts(tx, nomination.data.year, id);
    nomination.data.state = to;
    tx.update(id, nomination.data);
    return {};
}

Result<void> amendInitiative(Tx& tx, InitiativeId id, ListOutcome outcome)
{
    TD_TRY(auto initiative, need<Initiative>(tx, id));
    for (const auto& decision : repo::decisions(tx, initiative.data.year))
        if (decision.data.state == DecisionState::Draft)
            for (const auto& line : repo::lines(tx, decision.id))
                if (line.data.initiative == id)
                    return fail(ErrorCode::WrongState, "list-change.drafted", {initiative.data.title, decision.data.title});
    const auto event = outcome == ListOutcome::Again ? InitiativeEvent::Reconsider : InitiativeEvent::Reject;
    TD_TRY(initiative.data.state, takeStep(initiative.data.state, event, initiative.data.title));
    tx.update(id, initiative.data);
    return {};
}

std::vector<FieldIssue> changeIssues(const ListChange& change, const Posting& posting, const std::optional<Stored<Objection>>& objection, Date today)
{
    std::vector<FieldIssue> issues;
    require(issues, change.reason, "reason", "posting.reason-missing");
    if (change.on < posting.postedOn)
        issues.push_back({"on", "objection.before-posting", {change.on.vn(), posting.postedOn.vn()}});
    else if (objection && change.on < objection->data.receivedOn)
        issues.push_back({"on", "objection.answer-early", {change.on.vn(), objection->data.receivedOn.vn()}});
    else if (change.on > today)
        issues.push_back({"on", "objection.future", {change.on.vn(), today.vn()}});
    return issues;
}

}

std::string changeSentence(const std::string& line, const ListChange& change)
{
    return text::message("list-change.said", {line, text::label("list-outcome", toCode(change.outcome)), documents::withoutStop(tidyLines(change.reason))});
}

Written<ListChangeId> PostingService::changeLine(PostingId id, const ListChange& given)
{
    return writeTo<ListChangeId>(m_file, Op::ChangeResult, [&](Tx& tx) -> Result<ListChangeId> {
        TD_TRY(auto posting, need<Posting>(tx, id));
        TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), posting.data.meeting));
        const auto row = std::ranges::find_if(detail.tallies, [&](const auto& one) { return one.tally && one.line == given.line; });
        if (row == detail.tallies.end())
            return fail({{"line", "objection.not-in-list", {}}});
        auto objection = given.objection ? tx.find<Objection>(*given.objection) : std::nullopt;
        if (given.objection && (!objection || objection->data.posting != id))
            return fail(ErrorCode::NotFound, "row.not-found");
        ListChange change = given;
        change.posting = id;
        if (auto issues = changeIssues(change, posting.data, objection, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        if (change.line.nomination)
            TD_CHECK(amendNomination(tx, *change.line.nomination, change.outcome));
        else
            TD_CHECK(amendInitiative(tx, *change.line.initiative, change.outcome));
        const auto said = changeSentence(row->name + " – " + row->honourName, change);
        // An objection that was right is answered by what was changed.
        if (objection && !objection->data.answeredOn) {
            objection->data.answeredOn = change.on;
            objection->data.answer = text::message("list-change.answer", {said});
            tx.update(objection->id, objection->data);
        }
        // A list that was concluded before says so as well.
        if (posting.data.state != PostingState::Open) {
            posting.data.reason = posting.data.state == PostingState::Changed ? tidyLines(posting.data.reason + "\n" + said) : said;
            posting.data.state = PostingState::Changed;
            posting.data.concludedOn = std::max(*posting.data.concludedOn, change.on);
            tx.update(id, posting.data);
        }
        tx.setLabel({row->name});
        return tx.insert(change);
    });
}

}
