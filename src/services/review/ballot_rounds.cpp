// SPDX-License-Identifier: GPL-3.0-or-later
// The secret vote at the machine, the second round, and a lower title that is voted on in the place of one that missed. While a box is open the file says only that it is: the ballots are in memory, and
// nothing is written until the box is closed.
#include "domain/ballot_round.h"
#include "domain/nomination.h"
#include "services/core/steps.h"
#include "services/law/dossier_parts.h"
#include "services/law/honours.h"
#include "services/review/council_rows.h"
#include "services/review/nomination_rows.h"
#include "services/review/nomination_service.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

constexpr int kMostRounds = 2;
constexpr int kFewestBallots = 2; // the sums of one are that one's vote

Result<MeetingDetail> needDraftDetail(SchoolFile& file, Reader& reader, MeetingId id)
{
    TD_TRY(const auto meeting, need<Meeting>(reader, id));
    TD_CHECK(checkStep(meeting.data.state, MeetingEvent::Edit, meeting.data.heldOn.vn()));
    return meetingDetail(reader, file.rules(), id);
}

std::vector<BallotLine> openLines(const MeetingDetail& detail)
{
    std::vector<BallotLine> lines;
    for (const auto& row : detail.tallies)
        if (!row.tally)
            lines.push_back(row.line);
    return lines;
}

/// Who can vote on at least one of the lines, in the order of the council's list.
std::vector<RoundVoter> votersOf(const MeetingDetail& detail, const std::vector<BallotLine>& lines)
{
    std::vector<RoundVoter> voters;
    for (const auto& one : detail.attendance) {
        RoundVoter voter{one.member.id, one.member.name, one.member.salutation, !one.present};
        for (const auto& row : detail.tallies) {
            const bool there = one.present || (one.byLetter && !row.byLetter.empty());
            const bool recused = std::ranges::any_of(detail.recusals, [&](const auto& not_) { return not_.line == row.line && not_.member == one.member.id; });
            if (there && !recused && std::ranges::find(lines, row.line) != lines.end())
                voter.lines.insert(row.line);
        }
        if (!voter.lines.empty())
            voters.push_back(std::move(voter));
    }
    return voters;
}

/// What is still open was lost with the program that had its ballots.
void voidOpen(Tx& tx, MeetingId id)
{
    for (auto row : repo::ballotRounds(tx, id))
        if (row.data.state == RoundState::Open) {
            row.data.state = RoundState::Void;
            tx.update(row.id, row.data);
        }
}

void dropVoters(Tx& tx, BallotRoundId round)
{
    for (const auto& voter : repo::voters(tx, round))
        tx.remove<BallotVoter>(voter.id);
}

}

BallotBox::BallotBox(MeetingId meeting, BallotRoundId id, int round, std::vector<RoundVoter> voters, std::vector<BallotLine> lines)
    : m_meeting(meeting), m_id(id), m_round(round), m_voters(std::move(voters)), m_lines(std::move(lines))
{
}

Result<void> BallotBox::cast(CouncilMemberId member, const BallotChoices& choices)
{
    const auto voter = std::ranges::find(m_voters, member, &RoundVoter::member);
    if (voter == m_voters.end())
        return fail(ErrorCode::WrongState, "round.not-a-voter", {std::to_string(m_round)});
    if (hasVoted(member))
        return fail(ErrorCode::WrongState, "round.voted-already", {voter->name, std::to_string(m_round)});
    for (const auto& [line, choice] : choices)
        if (!voter->lines.contains(line))
            return fail(ErrorCode::WrongState, "round.not-this-line", {voter->name});
    for (const auto& line : voter->lines) {
        auto& sums = m_sums[line];
        ++sums.collected;
        const auto chosen = choices.find(line);
        if (chosen == choices.end())
            continue;
        sums.inFavour += chosen->second == Choice::InFavour ? 1 : 0;
        sums.against += chosen->second == Choice::Against ? 1 : 0;
        sums.other += chosen->second == Choice::Other ? 1 : 0;
    }
    m_voted.insert(member);
    return {};
}

std::vector<CouncilMemberId> BallotBox::voted() const
{
    std::vector<CouncilMemberId> members;
    for (const auto& voter : m_voters)
        if (hasVoted(voter.member))
            members.push_back(voter.member);
    return members;
}

int BallotBox::issued(const BallotLine& line) const
{
    return static_cast<int>(std::ranges::count_if(m_voters, [&line](const RoundVoter& voter) { return voter.lines.contains(line); }));
}

std::vector<Tally> BallotBox::totals() const
{
    std::vector<Tally> tallies;
    for (const auto& line : m_lines) {
        const auto found = m_sums.find(line);
        const Sums sums = found == m_sums.end() ? Sums{} : found->second;
        Tally tally;
        tally.meeting = m_meeting;
        tally.line = line;
        tally.issued = issued(line);
        tally.collected = sums.collected;
        tally.valid = sums.inFavour + sums.against + sums.other;
        tally.invalid = sums.collected - tally.valid;
        tally.inFavour = sums.inFavour;
        tally.against = sums.against;
        tally.other = sums.other;
        tally.round = m_round;
        tally.atMachine = m_id;
        tallies.push_back(tally);
    }
    return tallies;
}

std::vector<FieldIssue> BallotBox::issues() const
{
    if (m_voted.empty())
        return {{"ballots", "round.nobody-voted", {}}};
    for (const auto& tally : totals())
        if (tally.collected < kFewestBallots)
            return {{"ballots", "round.too-few", {std::to_string(ballots())}}};
    return {};
}

const RoundRow* MeetingDetail::openRound() const
{
    const auto found = std::ranges::find(rounds, RoundState::Open, [](const RoundRow& row) { return row.round.state; });
    return found == rounds.end() ? nullptr : &*found;
}

std::vector<const TallyRow*> missedLines(const MeetingDetail& detail)
{
    std::vector<const TallyRow*> missed;
    if (detail.round >= kMostRounds || detail.openRound() != nullptr)
        return missed;
    for (const auto& row : detail.tallies) {
        if (!row.tally)
            return {};
        // A lower title is voted on in its place.
        if (!row.passes && !row.loweredTo)
            missed.push_back(&row);
    }
    return missed;
}

Written<BallotBox> CouncilService::openRound(MeetingId id)
{
    return writeTo<BallotBox>(m_file, Op::OpenBallotRound, [&](Tx& tx) -> Result<BallotBox> {
        TD_TRY(const auto detail, needDraftDetail(m_file, tx, id));
        if (detail.present < detail.quorum)
            return fail(ErrorCode::WrongState, "meeting.no-quorum", {std::to_string(detail.present), std::to_string(detail.members), std::to_string(detail.quorum)});
        const auto lines = openLines(detail);
        if (lines.empty())
            return fail(ErrorCode::WrongState, "round.nothing-open");
        const auto voters = votersOf(detail, lines);
        for (const auto& row : detail.tallies) {
            const auto many = std::ranges::count_if(voters, [&row](const auto& voter) { return voter.lines.contains(row.line); });
            if (!row.tally && many < 2)
                return fail(ErrorCode::WrongState, "round.too-few-voters", {row.name});
        }
        voidOpen(tx, id);
        const auto round = tx.insert(BallotRound{id, detail.round});
        tx.setLabel({std::to_string(detail.round), detail.meeting.heldOn.vn()});
        return BallotBox(id, round, detail.round, voters, lines);
    });
}

Written<Done> CouncilService::closeRound(const BallotBox& box)
{
    return writeTo<Done>(m_file, Op::CloseBallotRound, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto detail, needDraftDetail(m_file, tx, box.meeting()));
        auto round = tx.find<BallotRound>(box.id());
        if (!round || round->data.state != RoundState::Open)
            return fail(ErrorCode::WrongState, "round.gone", {std::to_string(box.round())});
        if (auto issues = box.issues(); !issues.empty())
            return fail(std::move(issues));
        round->data.state = RoundState::Closed;
        tx.update(round->id, round->data);
        for (const auto member : box.voted())
            tx.insert(BallotVoter{round->id, member});
        auto totals = box.totals();
        for (auto& tally : totals) {
            const auto row = std::ranges::find(detail.tallies, tally.line, &TallyRow::line);
            tally.round = row != detail.tallies.end() && row->earlier ? detail.round : 1;
        }
        TD_CHECK(writeTallies(tx, detail, std::move(totals)));
        tx.setLabel({std::to_string(box.round()), std::to_string(box.ballots()), std::to_string(box.voters().size())});
        return Done{};
    });
}

Written<Done> CouncilService::voidRound(MeetingId id, BallotRoundId roundId, const std::string& reason)
{
    return writeTo<Done>(m_file, Op::VoidBallotRound, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto detail, needDraftDetail(m_file, tx, id));
        TD_TRY(auto round, need<BallotRound>(tx, roundId));
        if (round.data.meeting != id || round.data.state == RoundState::Void)
            return fail(ErrorCode::WrongState, "round.gone", {std::to_string(round.data.round)});
        if (std::ranges::any_of(detail.tallies, [&](const auto& row) { return row.earlier && row.earlier->atMachine == roundId; }))
            return fail(ErrorCode::WrongState, "round.second-held");
        if (round.data.state == RoundState::Closed && normalised(reason).empty())
            return fail({{"reason", "round.reason-missing", {}}});
        for (const auto& row : repo::tallies(tx, id))
            if (row.data.atMachine == roundId)
                tx.remove<Tally>(row.id);
        dropVoters(tx, roundId);
        round.data.state = RoundState::Void;
        round.data.reason = normalised(reason);
        tx.update(roundId, round.data);
        tx.setLabel({std::to_string(round.data.round), detail.meeting.heldOn.vn()});
        return Done{};
    });
}

Written<Done> CouncilService::holdSecondRound(MeetingId id)
{
    return writeTo<Done>(m_file, Op::HoldSecondRound, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto detail, needDraftDetail(m_file, tx, id));
        TD_CHECK(needNoOpenRound(detail));
        const auto missed = missedLines(detail);
        if (missed.empty())
            return fail(ErrorCode::WrongState, detail.round >= kMostRounds ? "round.no-third" : "round.none-missed");
        for (const auto& row : repo::tallies(tx, id)) {
            const auto again = std::ranges::find(missed, row.data.line, [](const TallyRow* one) { return one->line; });
            if (again == missed.end())
                continue;
            tx.insert(EarlierTally{row.data});
            tx.remove<Tally>(row.id);
        }
        tx.setLabel({std::to_string(missed.size()), detail.meeting.heldOn.vn()});
        return Done{};
    });
}

Written<Done> CouncilService::dropSecondRound(MeetingId id)
{
    return writeTo<Done>(m_file, Op::DropSecondRound, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto detail, needDraftDetail(m_file, tx, id));
        TD_CHECK(needNoOpenRound(detail));
        if (detail.round == 1)
            return fail(ErrorCode::WrongState, "round.no-second");
        for (const auto& row : repo::tallies(tx, id))
            if (row.data.round > 1)
                tx.remove<Tally>(row.id);
        for (const auto& row : repo::earlierTallies(tx, id)) {
            tx.insert(row.data.count);
            tx.remove<EarlierTally>(row.id);
        }
        for (auto round : repo::ballotRounds(tx, id))
            if (round.data.round > 1 && round.data.state != RoundState::Void) {
                dropVoters(tx, round.id);
                round.data.state = RoundState::Void;
                tx.update(round.id, round.data);
            }
        tx.setLabel({detail.meeting.heldOn.vn()});
        return Done{};
    });
}

void dropCounts(Tx& tx, SchoolYearId year, NominationId id)
{
    const auto line = BallotLine::of(id);
    for (const auto& meeting : repo::meetings(tx, year)) {
        if (meeting.data.state != MeetingState::Draft)
            continue;
        for (const auto& row : repo::tallies(tx, meeting.id))
            if (row.data.line == line)
                tx.remove<Tally>(row.id);
        for (const auto& row : repo::earlierTallies(tx, meeting.id))
            if (row.data.count.line == line)
                tx.remove<EarlierTally>(row.id);
    }
}

std::optional<Date> countedOn(Reader& reader, SchoolYearId year, NominationId id)
{
    for (const auto& meeting : repo::meetings(reader, year))
        if (meeting.data.state == MeetingState::Draft)
            for (const auto& tally : repo::tallies(reader, meeting.id))
                if (tally.data.line.nomination == id)
                    return meeting.data.heldOn;
    return std::nullopt;
}

namespace {

/// The line of the open meeting, when what was counted for it does not pass.
Result<void> checkMissed(Reader& reader, const rules::Catalogue& catalogue, MeetingId meeting, const Stored<Nomination>& nomination)
{
    TD_TRY(const auto held, need<Meeting>(reader, meeting));
    TD_CHECK(checkStep(held.data.state, MeetingEvent::Edit, held.data.heldOn.vn()));
    TD_TRY(const auto detail, meetingDetail(reader, catalogue, meeting));
    const auto row = std::ranges::find(detail.tallies, BallotLine::of(nomination.id), &TallyRow::line);
    if (row == detail.tallies.end() || !row->tally)
        return fail(ErrorCode::WrongState, "nomination.lower-uncounted", {nomination.data.name});
    if (row->passes)
        return fail(ErrorCode::WrongState, "nomination.lower-passed", {nomination.data.name, row->honourName});
    return {};
}

}

Written<NominationId> NominationService::lower(MeetingId meeting, NominationId id, const std::string& honour)
{
    return writeTo<NominationId>(m_file, Op::LowerNomination, [&](Tx& tx) -> Result<NominationId> {
        TD_TRY(const auto row, need<Nomination>(tx, id));
        TD_CHECK(checkStep(row.data.state, NominationEvent::Lower, row.data.name));
        const auto from = honourName(m_file.rules(), row.data.honour).value_or(row.data.honour);
        const auto to = honourName(m_file.rules(), honour);
        const auto below = services::lowerHonours(m_file.rules(), row.data.honour, row.data.ground, row.data.applicableOn);
        if (!to || std::ranges::find(below, honour) == below.end())
            return fail({{"honour", "nomination.not-lower", {to.value_or(honour), from}}});
        if (isNominated(tx, row.data, honour, row.data.ground, std::nullopt))
            return fail({{"honour", "nomination.twice", {row.data.name, *to}}});
        if (repo::loweredTo(tx, id))
            return fail(ErrorCode::WrongState, "nomination.lowered-once", {row.data.name});
        TD_CHECK(checkMissed(tx, m_file.rules(), meeting, row));
        auto lower = row.data;
        lower.honour = honour;
        lower.state = NominationState::Proposed;
        lower.judgement.reset();
        lower.verdict.reset();
        lower.overrideReason.clear();
        lower.stateReason.clear();
        lower.stateOn.reset();
        lower.loweredFrom = id;
        tx.setLabel({row.data.name, from, *to});
        return tx.insert(lower);
    });
}

}
