// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "storage/reader.h"

#include <string>

/// Nominations, councils, meetings, decisions, submissions and the rule packs that verdicts were made with.
namespace thidua::storage::repo {

using namespace domain;

/// All but the withdrawn.
std::vector<Stored<Nomination>> nominations(Reader& reader, SchoolYearId year);
/// The withdrawn alone.
std::vector<Stored<Nomination>> withdrawnNominations(Reader& reader, SchoolYearId year);
/// The lower title that was put to the vote in a nomination's place; a withdrawn one is none.
std::optional<NominationId> loweredTo(Reader& reader, NominationId nomination);
std::vector<Stored<Nomination>> nominationsOf(Reader& reader, const SubjectRef& subject); ///< of all years
/// Without reading its content.
bool hasRulePack(Reader& reader, const std::string& hash);
std::optional<Stored<RulePack>> rulePack(Reader& reader, const std::string& hash);
/// By layer, then in the order they were entered.
std::vector<Stored<Regulation>> regulations(Reader& reader);
/// None while the school works with the program's own rules.
std::optional<RulePackUse> rulePackInUse(Reader& reader);

std::vector<Stored<Council>> councils(Reader& reader, SchoolYearId year);
std::vector<Stored<CouncilMember>> members(Reader& reader, CouncilId council);
/// Newest first.
std::vector<Stored<Meeting>> meetings(Reader& reader, SchoolYearId year);
std::vector<Stored<Meeting>> allMeetings(Reader& reader);
std::vector<Stored<Attendance>> attendance(Reader& reader, MeetingId meeting);
/// Their head first.
std::vector<Stored<Teller>> tellers(Reader& reader, MeetingId meeting);
std::vector<Stored<Recusal>> recusals(Reader& reader, MeetingId meeting);
std::vector<Stored<Tally>> tallies(Reader& reader, MeetingId meeting);
/// Of a meeting, in the order in which they were held.
std::vector<Stored<BallotRound>> ballotRounds(Reader& reader, MeetingId meeting);
/// In the order of the council's list.
std::vector<Stored<BallotVoter>> voters(Reader& reader, BallotRoundId round);
std::vector<Stored<EarlierTally>> earlierTallies(Reader& reader, MeetingId meeting);
std::optional<Stored<Posting>> postingOf(Reader& reader, MeetingId meeting);
/// Sheets of a meeting of the initiative council.
std::vector<Stored<InitiativeMark>> marks(Reader& reader, MeetingId meeting);
std::vector<Stored<InitiativeMark>> marksOf(Reader& reader, InitiativeId initiative);
/// In the order in which they were made.
std::vector<Stored<ListChange>> listChanges(Reader& reader, PostingId posting);
/// By the member, then as they were entered.
std::vector<Stored<CouncilCharge>> charges(Reader& reader, CouncilId council);
/// By day.
std::vector<Stored<CouncilNote>> councilNotes(Reader& reader, CouncilId council);
std::vector<Stored<Letter>> letters(Reader& reader, SchoolYearId year);
std::vector<Stored<Letter>> lettersOf(Reader& reader, const SubjectRef& subject); ///< of all years, as they were issued
/// By the day they came.
std::vector<Stored<Objection>> objections(Reader& reader, PostingId posting);
/// That a closed meeting voted on a nomination: when, and the number of its minutes.
struct ClosedVote {
    NominationId nomination{0};
    Date heldOn{2000, 1, 1};
    std::string minutes;
};
std::vector<ClosedVote> closedVotes(Reader& reader, SchoolYearId year);
/// Of all meetings of the year.
std::vector<Stored<Tally>> talliesOfYear(Reader& reader, SchoolYearId year);

/// By date of issue, drafts last.
std::vector<Stored<Decision>> decisions(Reader& reader, SchoolYearId year);
std::vector<Stored<Decision>> allDecisions(Reader& reader);
std::vector<Stored<DecisionLine>> lines(Reader& reader, DecisionId decision);
/// The school's own decision that is in force about an initiative; none where it waits, or somebody else recognised it.
std::optional<DecisionId> decidedBy(Reader& reader, InitiativeId initiative);
/// The newest line of a decision that conferred what was nominated.
std::optional<Stored<DecisionLine>> awardOf(Reader& reader, NominationId nomination);
std::vector<Stored<Submission>> submissions(Reader& reader, SchoolYearId year);
std::vector<Stored<Submission>> allSubmissions(Reader& reader);
std::vector<Stored<SubmissionLine>> lines(Reader& reader, SubmissionId submission);

}
