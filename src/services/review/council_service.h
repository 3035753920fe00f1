// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council.h"
#include "domain/meeting.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"
#include "services/follow/quota_lines.h"
#include "services/review/ballot_box.h"

namespace thidua::services {

struct CouncilDraft {
    domain::Council council;
    std::vector<domain::CouncilMember> members;  ///< `council` and `seq` are set by the service
    std::vector<domain::CouncilMember> open{};   ///< a proposal's seats for which nobody was found: role, duty and, as title, who sits there
    std::optional<domain::CouncilId> id{};       ///< of one in the file: what its members follow stands there
    friend bool operator==(const CouncilDraft&, const CouncilDraft&) = default;
};

struct MemberRow {
    domain::CouncilMemberId id;
    domain::CouncilMember member;
    std::string name;                            ///< told apart from others of the name
    std::string salutation;                      ///< Ông, Bà
    std::string plainName;                       ///< as a signature says it
};

struct CouncilRow {
    domain::CouncilId id{0};
    domain::RowVersion version = 0;
    domain::Council council{};
    std::vector<MemberRow> members{};
    std::string decisionText{};                    ///< "28/QĐ-THMĐ, 15/09/2021" when established
};

struct AttendanceRow {
    MemberRow member;
    bool present = true;
    std::string reason;
    bool byLetter = false;                       ///< absent, and their ballot came in writing
    std::string opinion{};                       ///< absent, and what they think came in writing
    bool voted = false;                          ///< at the machine, in the last round that was closed
};

/// A round at the machine. An open one was lost with the program unless its box is at hand.
struct RoundRow {
    domain::BallotRoundId id;
    domain::BallotRound round;
    std::vector<std::string> voters{};           ///< names, in the order of the council's list
    int lines = 0;                               ///< counted by it
};

/// Lines among which the votes do not tell who comes first.
struct Tie {
    std::string honourName;
    std::vector<std::string> names;
    std::string text;                            ///< a sentence
};

/// A member who does not vote on a line: whose own it is, or by choice.
struct RecusalRow {
    domain::BallotLine line;
    domain::CouncilMemberId member;
    std::string name;                            ///< of the member
    bool own = false;                            ///< follows from the line itself
    std::string reason;
};

struct TellerRow {
    domain::PersonId person;
    std::string name;
    std::string salutation;
    std::string title;                           ///< post in the council's list, or of the year for whom it does not name
};

/// One line of the count: a nominee for an honour, or an initiative. `needed` votes of all members pass; threshold and words come from the
/// rule set in force on the day.
struct TallyRow {
    domain::BallotLine line;
    std::string name;                            ///< told apart from others of the name; an initiative's title
    std::string nameOnPaper;
    std::string post;                            ///< an initiative's authors
    std::string postOnPaper;
    std::string salutation;
    std::string honour;                          ///< empty for initiatives
    std::string honourName;
    std::string verdict;                         ///< code
    std::string overrideReason;                  ///< why the council decides against the verdict
    bool collective = false;
    std::string loweredFrom{};                   ///< the higher title that it is voted on in the place of
    std::optional<domain::NominationId> loweredTo{}; ///< the lower title that is voted on in its place
    bool ownLine = false;                        ///< a member stands on it who would else vote
    domain::Voters voters;
    int mostWithAll = 0;                         ///< who could vote on it were every member there
    std::optional<domain::Tally> tally;
    std::optional<domain::Tally> earlier{};      ///< of the first round, where the line is voted on again
    int needed = 0;
    bool passes = false;                         ///< by the figures entered
    std::string ratioText;                       ///< "7/9 = 77,78 %"
    std::string shareText;                       ///< of the threshold: "80 %", "trên một nửa"
    std::string citation;                        ///< with a word on the secret ballot
    std::string article;                         ///< the threshold's alone
    bool byArticle = false;                      ///< else no text sets it, and more than half stands in
    std::string byLetter;                        ///< the article by which an absent member's ballot in writing counts; empty where none does

    /// Whether enough can still agree, with everybody who can vote in favour.
    bool canPass() const { return voters.most() >= needed; }
};

/// What one honour takes in a meeting.
struct ThresholdRow {
    std::string honourName;
    int lines = 0;
    int needed = 0;
    std::string text;                            ///< "từ 7 phiếu đồng ý (70 % của 9 thành viên)"
    std::string citation;
};

struct MeetingDetail {
    domain::MeetingId id{0};
    domain::RowVersion version = 0;
    domain::Meeting meeting{};
    CouncilRow council{};
    std::vector<AttendanceRow> attendance{};
    std::vector<TellerRow> tellers{};            ///< their head first
    std::vector<RecusalRow> recusals{};          ///< in the order of the lines
    std::vector<TallyRow> tallies{};             ///< empty for meetings without a ballot
    int members = 0;
    int present = 0;
    int quorum = 0;                              ///< so many must be present, by the rules of the day
    std::string quorumShare{};                   ///< "2/3"
    std::vector<ThresholdRow> thresholds{};      ///< in the order of the lines
    std::vector<QuotaLine> quotas{};             ///< by those who pass
    std::vector<RoundRow> rounds{};              ///< at the machine, as they were held
    std::vector<std::string> opinionsMissing{};  ///< of an open meeting: whose opinion the school asks for and does not have, a sentence each
    int round = 1;                               ///< 2 once lines that missed are voted on again

    /// The round at the machine whose box was opened and not closed; null without.
    const RoundRow* openRound() const;
};

/// Lines of one honour that cannot pass as things stand, and what the rules leave to be done.
struct Obstacle {
    std::string honourName;
    std::vector<std::string> names;
    std::string why;                             ///< "nhiều nhất 5/7 thành viên đồng ý (71,43 %), dưới 80 % (cần 6 phiếu)"
    std::vector<std::string> ways;               ///< each a sentence with its article
};

struct CloseMeeting {
    std::string conclusions;
    std::string overQuotaReason;                 ///< asked for when more pass than the quota allows
    std::string ends;                            ///< 16:30
};

std::vector<FieldIssue> validate(const domain::Meeting& meeting);
/// What stands behind the number of its minutes.
std::string minutesSymbol(domain::CouncilKind kind);
/// Who chairs: whom the meeting names, else the chair, or where absent the vice chair who was there; null when nobody does.
const MemberRow* presiding(const MeetingDetail& detail);
/// Who keeps the minutes: whom the meeting names, else the secretary who was there.
const MemberRow* keepingMinutes(const MeetingDetail& detail);
/// Lines of the first round that did not pass, once all are counted: a second one can be held for them.
std::vector<const TallyRow*> missedLines(const MeetingDetail& detail);
/// Equal votes that leave something open: at the edge of a quota, or as many in favour as not.
std::vector<Tie> ties(const MeetingDetail& detail);
/// Where a meeting that is not closed cannot reach a threshold whatever its voters say.
std::vector<Obstacle> obstacles(const MeetingDetail& detail);

/// The council and its meetings (domain.md §6).
class CouncilService {
public:
    explicit CouncilService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<CouncilRow>> councils(domain::SchoolYearId year);
    /// What the law of a day asks of the members of such a council.
    domain::MemberLaw memberLaw(domain::CouncilKind kind, Date on) const;
    /// All whom the charter in force today names, found by their posts and in last year's council: a start, to be corrected by hand.
    Result<CouncilDraft> proposedCouncil(domain::SchoolYearId year, domain::CouncilKind kind);
    /// Those of last year's council who still serve, with the posts of this year.
    Result<CouncilDraft> lastYearsCouncil(domain::SchoolYearId year, domain::CouncilKind kind);
    Written<domain::CouncilId> draftCouncil(const CouncilDraft& draft);
    Written<Done> editCouncil(domain::CouncilId id, const CouncilDraft& draft, domain::RowVersion version);
    Written<Done> removeCouncil(domain::CouncilId id);
    /// The head's decision that founds it, issued and frozen in the same step.
    Written<domain::DecisionId> establish(domain::CouncilId id, const IssuePaper& paper, const std::vector<domain::PaperBasis>& bases);

    /// Newest first.
    Result<std::vector<Stored<domain::Meeting>>> meetings(domain::SchoolYearId year);
    Result<MeetingDetail> meeting(domain::MeetingId id);
    /// Makes the meeting with everybody present.
    Written<domain::MeetingId> createMeeting(const domain::Meeting& meeting);
    Written<Done> editMeeting(domain::MeetingId id, const domain::Meeting& meeting, domain::RowVersion version);
    Written<Done> removeMeeting(domain::MeetingId id);
    Written<Done> recordAttendance(domain::MeetingId id, const std::vector<domain::Attendance>& attendance);
    /// Who counts, their head first; none takes them back. Fields "tellers".
    Written<Done> nameTellers(domain::MeetingId id, const std::vector<domain::PersonId>& tellers);
    /// Who, beside those whose own line it is, does not vote on one line, with the reason; none lets everybody vote. Fields "recusals".
    Written<Done> recordRecusals(domain::MeetingId id, const domain::BallotLine& line, const std::vector<domain::Recusal>& recusals);
    /// The paper ballot's counts; one impossible line refuses all, with fields "2.collected".
    Written<Done> recordTallies(domain::MeetingId id, const std::vector<domain::Tally>& tallies);
    /// Opens the box for the lines of the round that are not counted. What an earlier program left open is void. Writes that it is open, and
    /// nothing of the votes.
    Written<BallotBox> openRound(domain::MeetingId id);
    /// Closes the box: the sums and who voted, at once.
    Written<Done> closeRound(const BallotBox& box);
    /// Gives up a round, and what it counted; for that with the reason.
    Written<Done> voidRound(domain::MeetingId id, domain::BallotRoundId round, const std::string& reason);
    /// The lines that missed are voted on again, on paper or at the machine; what they got stands in the minutes.
    Written<Done> holdSecondRound(domain::MeetingId id);
    /// Back to the counts of the first round.
    Written<Done> dropSecondRound(domain::MeetingId id);
    /// What keeps the meeting from being closed, in the order of the minutes: what these must state and nobody has written, what is not
    /// counted, reasons owed. Fields "starts", "place", "chair", "secretary", "tellers", "tallies", "overQuotaReason", "conclusions", "ends".
    Result<std::vector<FieldIssue>> closingIssues(domain::MeetingId id, const CloseMeeting& command);
    /// Takes the results by the threshold in force, freezes the meeting, numbers its minutes and keeps them with those of the count. Asks for
    /// a written reason where the council decides against a verdict or a quota.
    Written<Done> closeMeeting(domain::MeetingId id, const CloseMeeting& command);

private:
    SchoolFile& m_file;
};

}
