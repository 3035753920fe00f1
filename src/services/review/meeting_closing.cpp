// SPDX-License-Identifier: GPL-3.0-or-later
// How a meeting ends: what its minutes still lack, the results by the thresholds in force, the frozen papers.
#include "domain/initiative.h"
#include "domain/nomination.h"
#include "services/core/steps.h"
#include "services/papers/paper_issuing.h"
#include "services/review/council_rows.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

constexpr std::size_t kFewestTellers = 2; // their head and one more

bool isCounting(const MeetingDetail& detail)
{
    return std::ranges::any_of(detail.tallies, [](const auto& row) { return row.tally.has_value(); });
}

/// What the minutes must state and nobody has written, above the count.
void addHeadGaps(const MeetingDetail& detail, std::vector<FieldIssue>& issues)
{
    if (detail.meeting.starts.empty())
        issues.push_back({"starts", "meeting.starts-missing", {}});
    if (normalised(detail.meeting.place).empty())
        issues.push_back({"place", "meeting.place-missing", {}});
    if (detail.present < detail.quorum)
        issues.push_back({"attendance", "meeting.no-quorum", {std::to_string(detail.present), std::to_string(detail.members), std::to_string(detail.quorum)}});
    const auto* chair = presiding(detail);
    const auto* secretary = keepingMinutes(detail);
    if (chair == nullptr)
        issues.push_back({"chair", "meeting.chair-missing", {}});
    if (secretary == nullptr)
        issues.push_back({"secretary", "meeting.secretary-missing", {}});
    else if (chair != nullptr && chair->id == secretary->id)
        issues.push_back({"secretary", "meeting.chair-is-secretary", {chair->name}});
}

/// Nobody presides over the vote on an initiative of their own.
void addOwnChair(const MeetingDetail& detail, std::vector<FieldIssue>& issues)
{
    const auto* chair = presiding(detail);
    if (chair == nullptr)
        return;
    const auto own = std::ranges::find_if(detail.recusals, [chair](const auto& row) { return row.own && row.line.initiative && row.member == chair->id; });
    if (own == detail.recusals.end())
        return;
    const auto line = std::ranges::find(detail.tallies, own->line, &TallyRow::line);
    issues.push_back({"chair", "meeting.chair-author", {chair->name, line == detail.tallies.end() ? std::string() : line->name}});
}

void addCountGaps(const MeetingDetail& detail, std::vector<FieldIssue>& issues)
{
    if (const auto* open = detail.openRound())
        issues.push_back({"rounds", "round.open", {std::to_string(open->round.round)}});
    if (!isCounting(detail) && detail.round == 1)
        return;
    if (detail.tellers.size() < kFewestTellers)
        issues.push_back({"tellers", "meeting.tellers-missing", {}});
    for (const auto& teller : detail.tellers) {
        const auto member = std::ranges::find(detail.attendance, teller.person, [](const auto& one) { return one.member.member.person; });
        if (member != detail.attendance.end() && !member->present)
            issues.push_back({"tellers", "teller.absent", {teller.name}});
    }
    for (const auto& row : detail.tallies) {
        if (!row.tally)
            issues.push_back({"tallies", "meeting.not-counted", {row.name, row.honourName}});
        else if (const auto wrong = validateTally(*row.tally, row.voters); !wrong.empty())
            issues.push_back({"tallies", "meeting.wrong-line", {row.name, row.honourName, text::message(wrong.front().key, wrong.front().args)}});
        else if (row.passes && row.line.nomination && row.verdict != toCode(KeptVerdict::Eligible) && row.overrideReason.empty())
            issues.push_back({"overrides", "meeting.against-verdict", {row.name, row.honourName}});
        if (row.tally && row.passes && row.loweredTo)
            issues.push_back({"tallies", "meeting.passed-and-lowered", {row.name, row.honourName}});
    }
}

void addEndGaps(const MeetingDetail& detail, const CloseMeeting& command, std::vector<FieldIssue>& issues)
{
    for (const auto& quota : detail.quotas)
        if (!quota.within && normalised(command.overQuotaReason).empty())
            issues.push_back({"overQuotaReason", "meeting.over-quota", {quota.title, std::to_string(quota.count), std::to_string(quota.allowed), quota.basis, quota.citation}});
    // Where something was passed, the minutes say that by themselves.
    const bool concluded = std::ranges::any_of(detail.tallies, [](const auto& row) { return row.tally && row.passes; });
    if (!concluded && normalised(command.conclusions).empty())
        issues.push_back({"conclusions", "meeting.conclusions-missing", {}});
    if (normalised(command.ends).empty() && detail.meeting.ends.empty())
        issues.push_back({"ends", "meeting.ends-missing", {}});
}

std::vector<FieldIssue> issuesOf(const MeetingDetail& detail, const CloseMeeting& command, Date today)
{
    std::vector<FieldIssue> issues;
    // Minutes tell what was: a meeting that is still to come has none.
    if (detail.meeting.heldOn > today)
        issues.push_back({"heldOn", "meeting.still-to-come", {detail.meeting.heldOn.vn(), today.vn()}});
    addHeadGaps(detail, issues);
    addOwnChair(detail, issues);
    addCountGaps(detail, issues);
    addEndGaps(detail, command, issues);
    return issues;
}

/// Whether the lower title that was voted on in its place passed.
bool lowerPassed(const MeetingDetail& detail, const TallyRow& line)
{
    if (!line.loweredTo)
        return false;
    const auto lower = std::ranges::find(detail.tallies, BallotLine::of(*line.loweredTo), &TallyRow::line);
    return lower != detail.tallies.end() && lower->tally && lower->passes;
}

/// The result of one line, with what follows for the nomination or the initiative.
Result<void> settle(Tx& tx, const Stored<Tally>& stored, const TallyRow& line, const MeetingDetail& detail)
{
    auto tally = stored.data;
    tally.passed = line.passes;
    tally.thresholdText = text::message("meeting.threshold-kept", {std::to_string(line.needed), std::to_string(detail.members), line.citation});
    tx.update(stored.id, tally);
    if (line.line.initiative && !line.passes) {
        TD_TRY(auto initiative, need<Initiative>(tx, *line.line.initiative));
        initiative.data.state = InitiativeState::Rejected;
        tx.update(initiative.id, initiative.data);
    }
    if (line.line.nomination) {
        TD_TRY(auto nomination, need<Nomination>(tx, *line.line.nomination));
        nomination.data.state = line.passes ? NominationState::Passed : lowerPassed(detail, line) ? NominationState::Lowered : NominationState::NotPassed;
        tx.update(nomination.id, nomination.data);
    }
    return {};
}

}

Result<std::vector<FieldIssue>> CouncilService::closingIssues(MeetingId id, const CloseMeeting& command)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<FieldIssue>> {
        TD_TRY(const auto detail, meetingDetail(reader, m_file.rules(), id));
        return issuesOf(detail, command, m_file.clock().today());
    });
}

Written<Done> CouncilService::closeMeeting(MeetingId id, const CloseMeeting& command)
{
    return writeTo<Done>(m_file, Op::CloseMeeting, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto meeting, need<Meeting>(tx, id));
        TD_CHECK(checkStep(meeting.data.state, MeetingEvent::Close, meeting.data.heldOn.vn()));
        TD_TRY(const auto detail, meetingDetail(tx, m_file.rules(), id));
        if (auto issues = issuesOf(detail, command, m_file.clock().today()); !issues.empty())
            return fail(std::move(issues));
        for (const auto& row : repo::tallies(tx, id))
            TD_CHECK(settle(tx, row, *std::ranges::find(detail.tallies, row.data.line, &TallyRow::line), detail));
        meeting.data.ends = normalised(command.ends).empty() ? meeting.data.ends : normalised(command.ends);
        meeting.data.conclusions = tidyLines(command.conclusions);
        if (!normalised(command.overQuotaReason).empty())
            meeting.data.conclusions = tidyLines(meeting.data.conclusions + "\n" + text::message("meeting.over-quota-note", {normalised(command.overQuotaReason)}));
        if (auto issues = validate(meeting.data); !issues.empty())
            return fail(std::move(issues));
        tidyHours(meeting.data);
        const auto symbol = minutesSymbol(detail.council.council.kind);
        const IssuePaper paper{repo::highestNumber(tx, symbol, meeting.data.heldOn.year()) + 1, {}, meeting.data.heldOn};
        TD_CHECK(issuePaper(m_file, tx, meeting, MeetingState::Closed, symbol, paper, {presiding(detail)->plainName, {}}));
        if (isCounting(detail))
            TD_CHECK(keepIssued(m_file, tx, PaperKind::CountMinutes, id.value()));
        tx.setLabel({meeting.data.title});
        return Done{};
    });
}

}
