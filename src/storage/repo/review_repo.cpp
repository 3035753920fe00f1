// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/review_repo.h"

#include "domain/ballot_round.h"
#include "domain/council.h"
#include "domain/council_charge.h"
#include "domain/decision.h"
#include "domain/initiative_mark.h"
#include "domain/letter.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/posting.h"
#include "domain/regulation.h"
#include "domain/rule_pack.h"
#include "domain/submission.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/subject_clause.h"

namespace thidua::storage::repo {

std::vector<Stored<Nomination>> nominationsOf(Reader& reader, const SubjectRef& subject)
{
    if (subject.person)
        return reader.all<Nomination>("WHERE person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) ORDER BY id", {idOf(subject.person)});
    return reader.all<Nomination>("WHERE collective_id = ? ORDER BY id", {idOf(subject.collective)});
}

std::vector<Stored<Nomination>> nominations(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<Nomination>("WHERE school_year_id = ? AND state <> 'withdrawn' ORDER BY id", {year.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

bool hasRulePack(Reader& reader, const std::string& hash)
{
    return reader.number("SELECT count(*) FROM rule_pack WHERE hash = ?", {hash}) > 0;
}

std::optional<Stored<RulePack>> rulePack(Reader& reader, const std::string& hash)
{
    return firstOf(reader.all<RulePack>("WHERE hash = ?", {hash}));
}

std::vector<Stored<Regulation>> regulations(Reader& reader)
{
    return reader.all<Regulation>("ORDER BY CASE layer WHEN 'province' THEN 0 WHEN 'commune' THEN 1 ELSE 2 END, id");
}

std::optional<RulePackUse> rulePackInUse(Reader& reader)
{
    auto newest = reader.all<RulePackUse>("ORDER BY id DESC LIMIT 1");
    if (newest.empty() || newest.front().data.packHash.empty())
        return std::nullopt;
    return std::move(newest.front().data);
}

std::vector<Stored<Council>> councils(Reader& reader, SchoolYearId year)
{
    return reader.all<Council>("WHERE school_year_id = ? ORDER BY kind, id", {year.value()});
}

std::vector<Stored<CouncilMember>> members(Reader& reader, CouncilId council)
{
    auto rows = reader.all<CouncilMember>("WHERE council_id = ? ORDER BY seq", {council.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::vector<Stored<Meeting>> allMeetings(Reader& reader)
{
    return reader.all<Meeting>("ORDER BY held_on, id");
}

std::vector<Stored<Meeting>> meetings(Reader& reader, SchoolYearId year)
{
    return reader.all<Meeting>("WHERE school_year_id = ? ORDER BY held_on DESC, id DESC", {year.value()});
}

std::vector<Stored<Attendance>> attendance(Reader& reader, MeetingId meeting)
{
    return reader.all<Attendance>("WHERE meeting_id = ? ORDER BY id", {meeting.value()});
}

std::vector<Stored<Teller>> tellers(Reader& reader, MeetingId meeting)
{
    auto rows = reader.all<Teller>("WHERE meeting_id = ? ORDER BY seq", {meeting.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::vector<Stored<Recusal>> recusals(Reader& reader, MeetingId meeting)
{
    return reader.all<Recusal>("WHERE meeting_id = ? ORDER BY id", {meeting.value()});
}

std::vector<Stored<Tally>> tallies(Reader& reader, MeetingId meeting)
{
    return reader.all<Tally>("WHERE meeting_id = ? ORDER BY id", {meeting.value()});
}

std::vector<Stored<BallotRound>> ballotRounds(Reader& reader, MeetingId meeting)
{
    return reader.all<BallotRound>("WHERE meeting_id = ? ORDER BY id", {meeting.value()});
}

std::vector<Stored<BallotVoter>> voters(Reader& reader, BallotRoundId round)
{
    return reader.all<BallotVoter>("WHERE ballot_round_id = ? ORDER BY (SELECT seq FROM council_member m WHERE m.id = member_id)", {round.value()});
}

std::vector<Stored<EarlierTally>> earlierTallies(Reader& reader, MeetingId meeting)
{
    return reader.all<EarlierTally>("WHERE meeting_id = ? ORDER BY id", {meeting.value()});
}

std::optional<Stored<Posting>> postingOf(Reader& reader, MeetingId meeting)
{
    return firstOf(reader.all<Posting>("WHERE meeting_id = ?", {meeting.value()}));
}

std::vector<Stored<Objection>> objections(Reader& reader, PostingId posting)
{
    return reader.all<Objection>("WHERE posting_id = ? ORDER BY received_on, id", {posting.value()});
}

std::vector<Stored<InitiativeMark>> marks(Reader& reader, MeetingId meeting)
{
    return reader.all<InitiativeMark>("WHERE meeting_id = ? ORDER BY id", {meeting.value()});
}

std::vector<Stored<InitiativeMark>> marksOf(Reader& reader, InitiativeId initiative)
{
    return reader.all<InitiativeMark>("WHERE initiative_id = ? ORDER BY id", {initiative.value()});
}

std::vector<Stored<ListChange>> listChanges(Reader& reader, PostingId posting)
{
    return reader.all<ListChange>("WHERE posting_id = ? ORDER BY id", {posting.value()});
}

std::vector<Stored<CouncilCharge>> charges(Reader& reader, CouncilId council)
{
    auto rows = reader.all<CouncilCharge>("WHERE council_id = ? ORDER BY (SELECT seq FROM council_member m WHERE m.council_id = council_charge.council_id "
                                          "AND m.person_id = council_charge.person_id), id", {council.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::vector<Stored<CouncilNote>> councilNotes(Reader& reader, CouncilId council)
{
    auto rows = reader.all<CouncilNote>("WHERE council_id = ? ORDER BY noted_on, id", {council.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.person; });
    return rows;
}

std::vector<Stored<Letter>> letters(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<Letter>("WHERE school_year_id = ? ORDER BY issued_on IS NULL, issued_on, id", {year.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::vector<Stored<Letter>> lettersOf(Reader& reader, const SubjectRef& subject)
{
    if (subject.person)
        return reader.all<Letter>("WHERE number IS NOT NULL AND person_id IN (SELECT ?1 UNION ALL SELECT id FROM person WHERE merged_into = ?1) ORDER BY issued_on, id",
                                  {subject.person->value()});
    return reader.all<Letter>("WHERE number IS NOT NULL AND collective_id = ? ORDER BY issued_on, id", {subject.collective ? subject.collective->value() : 0});
}

std::vector<Stored<Tally>> talliesOfYear(Reader& reader, SchoolYearId year)
{
    return reader.all<Tally>("WHERE meeting_id IN (SELECT id FROM meeting WHERE school_year_id = ?) ORDER BY id", {year.value()});
}

std::vector<Stored<Decision>> decisions(Reader& reader, SchoolYearId year)
{
    return reader.all<Decision>("WHERE school_year_id = ? ORDER BY issued_on IS NULL, issued_on, id", {year.value()});
}

std::vector<Stored<Decision>> allDecisions(Reader& reader)
{
    return reader.all<Decision>("ORDER BY issued_on, id");
}

std::optional<DecisionId> decidedBy(Reader& reader, InitiativeId initiative)
{
    for (const auto& line : reader.all<DecisionLine>("WHERE initiative_id = ?1 AND decision_id IN (SELECT id FROM decision WHERE state = 'issued' AND kind = 'recognise_initiatives') ORDER BY id DESC LIMIT 1",
                                                     {initiative.value()}))
        return line.data.decision;
    return std::nullopt;
}

std::vector<Stored<DecisionLine>> lines(Reader& reader, DecisionId decision)
{
    auto rows = reader.all<DecisionLine>("WHERE decision_id = ? ORDER BY seq", {decision.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::optional<Stored<DecisionLine>> awardOf(Reader& reader, NominationId nomination)
{
    return firstOf(reader.all<DecisionLine>("WHERE nomination_id = ? ORDER BY id DESC LIMIT 1", {nomination.value()}));
}

std::vector<Stored<Submission>> submissions(Reader& reader, SchoolYearId year)
{
    return reader.all<Submission>("WHERE school_year_id = ? ORDER BY id", {year.value()});
}

std::vector<Stored<Submission>> allSubmissions(Reader& reader)
{
    return reader.all<Submission>("ORDER BY issued_on, id");
}

std::vector<Stored<SubmissionLine>> lines(Reader& reader, SubmissionId submission)
{
    auto rows = reader.all<SubmissionLine>("WHERE submission_id = ? ORDER BY seq", {submission.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::vector<Stored<Nomination>> withdrawnNominations(Reader& reader, SchoolYearId year)
{
    auto rows = reader.all<Nomination>("WHERE school_year_id = ? AND state = 'withdrawn' ORDER BY id", {year.value()});
    asOnePerson(reader, rows, [](auto& row) -> auto& { return row.data.subject; });
    return rows;
}

std::optional<NominationId> loweredTo(Reader& reader, NominationId nomination)
{
    const auto id = reader.number("SELECT id FROM nomination WHERE lowered_from_id = ? AND state <> 'withdrawn'", {nomination.value()});
    return id > 0 ? std::optional(NominationId(id)) : std::nullopt;
}

std::vector<ClosedVote> closedVotes(Reader& reader, SchoolYearId year)
{
    std::vector<ClosedVote> votes;
    for (const auto& meeting : reader.all<Meeting>("WHERE school_year_id = ? AND state = 'closed' ORDER BY held_on, id", {year.value()}))
        for (const auto& tally : tallies(reader, meeting.id))
            if (tally.data.line.nomination)
                votes.push_back({*tally.data.line.nomination, meeting.data.heldOn, meeting.data.number.text()});
    return votes;
}

}
