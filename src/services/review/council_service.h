// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council.h"
#include "domain/meeting.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"
#include "services/follow/quota_lines.h"

namespace thidua::services {

struct CouncilDraft {
    domain::Council council;
    std::vector<domain::CouncilMember> members;  ///< `council` and `seq` are set by the service
    friend bool operator==(const CouncilDraft&, const CouncilDraft&) = default;
};

struct MemberRow {
    domain::CouncilMemberId id;
    domain::CouncilMember member;
    std::string name;
    std::string salutation;                      ///< Ông, Bà
};

struct CouncilRow {
    domain::CouncilId id;
    domain::RowVersion version;
    domain::Council council;
    std::vector<MemberRow> members;
    std::string decisionText;                    ///< "28/QĐ-THMĐ, 15/09/2021" when established
};

struct AttendanceRow {
    MemberRow member;
    bool present = true;
    std::string reason;
};

/// One nominee in the count. `needed` votes of `members` pass; ratio and words come from the rule set in force on the day.
struct TallyRow {
    domain::NominationId nomination;
    std::string name;
    std::string post;
    std::string honour;
    std::string honourName;
    std::string verdict;                         ///< code
    bool ownLine = false;                        ///< the nominee is a member who is present
    std::optional<domain::Tally> tally;
    int needed = 0;
    bool passes = false;                         ///< by the figures entered
    std::string ratioText;                       ///< "7/9 = 77,78 %"
};

struct MeetingDetail {
    domain::MeetingId id;
    domain::RowVersion version;
    domain::Meeting meeting;
    CouncilRow council;
    std::vector<AttendanceRow> attendance;
    std::vector<TallyRow> tallies;               ///< empty for meetings without a ballot
    int members = 0;
    int present = 0;
    int quorum = 0;                              ///< so many must be present, by the rules of the day
    std::string quorumShare;                     ///< "2/3"
    std::string thresholdText;                   ///< "từ 7 phiếu đồng ý (70 % của 9 thành viên)"
    std::string thresholdCitation;
    std::vector<QuotaLine> quotas;               ///< by those who pass
};

struct CloseMeeting {
    std::string conclusions;
    std::string overQuotaReason;                 ///< asked for when more pass than the quota allows
    std::string ends;                            ///< 16:30
};

std::vector<FieldIssue> validate(const domain::Meeting& meeting);
/// What stands behind the number of its minutes.
std::string minutesSymbol(domain::CouncilKind kind);
/// Who chairs: the chair, or where absent the vice chair who was there; null when neither was.
const MemberRow* presiding(const MeetingDetail& detail);

/// The council and its meetings (domain.md §6).
class CouncilService {
public:
    explicit CouncilService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<CouncilRow>> councils(domain::SchoolYearId year);
    /// What the law of a day asks of the members of such a council.
    domain::MemberLaw memberLaw(domain::CouncilKind kind, Date on) const;
    /// Members as the school's charter names them, picked from the posts of the year: a start, to be corrected by hand.
    Result<CouncilDraft> proposedCouncil(domain::SchoolYearId year, domain::CouncilKind kind);
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
    /// The paper ballot's counts; one impossible line refuses all, with fields "2.collected".
    Written<Done> recordTallies(domain::MeetingId id, const std::vector<domain::Tally>& tallies);
    /// Takes the results by the threshold in force, freezes the meeting and numbers its minutes. Asks for a written reason where the
    /// council decides against a verdict or a quota.
    Written<Done> closeMeeting(domain::MeetingId id, const CloseMeeting& command);

private:
    SchoolFile& m_file;
};

}
