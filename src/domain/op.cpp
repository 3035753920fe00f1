// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/op.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace thidua::domain {
namespace {

using enum Op;
using C = InClosedYear;
using R = Right;

constexpr bool kUndone = true;
constexpr bool kBarrier = false;
constexpr bool kSensitive = true;

constexpr std::array<OpRule, static_cast<std::size_t>(Op::Count)> kOps{{
    {Undo, "undo", kUndone, R::Anybody, C::Nothing, false},
    {Redo, "redo", kUndone, R::Anybody, C::Nothing, false},
    {FoundSchool, "found-school", kBarrier, R::School, C::Nothing, false},
    {EditSchool, "edit-school", kUndone, R::School, C::Nothing, false},
    {OpenSchoolYear, "open-school-year", kUndone, R::School, C::Nothing, false},
    {EditSchoolYear, "edit-school-year", kUndone, R::School, C::Nothing, false},
    {CloseSchoolYear, "close-school-year", kBarrier, R::School, C::YearItself, false},
    {ReopenSchoolYear, "reopen-school-year", kUndone, R::School, C::YearItself, false},
    {AddStaff, "add-staff", kUndone, R::People, C::Nothing, false},
    {EditPerson, "edit-person", kUndone, R::People, C::Nothing, false},
    {RemovePerson, "remove-person", kUndone, R::People, C::Nothing, false},
    {MergePeople, "merge-people", kUndone, R::Merge, C::Nothing, true},
    {PasteStaff, "paste-staff", kUndone, R::People, C::Nothing, false},
    {ImportStaff, "import-staff", kUndone, R::People, C::Nothing, false},
    {ImportPupils, "import-pupils", kUndone, R::People, C::Nothing, false},
    {ImportRegistrations, "import-registrations", kUndone, R::Follow, C::Nothing, false},
    {ImportEvaluations, "import-evaluations", kUndone, R::Follow, C::Nothing, kSensitive},
    {ImportHonours, "import-honours", kUndone, R::People, C::Honours, false},
    {AddCollective, "add-collective", kUndone, R::People, C::Nothing, false},
    {EditCollective, "edit-collective", kUndone, R::People, C::Nothing, false},
    {RemoveCollective, "remove-collective", kUndone, R::People, C::Nothing, false},
    {AddClass, "add-class", kUndone, R::People, C::Nothing, false},
    {EditClass, "edit-class", kUndone, R::People, C::Nothing, false},
    {RemoveClass, "remove-class", kUndone, R::People, C::Nothing, false},
    {AddPupil, "add-pupil", kUndone, R::People, C::Nothing, false},
    {EditPupil, "edit-pupil", kUndone, R::People, C::Nothing, false},
    {RemovePupil, "remove-pupil", kUndone, R::People, C::Nothing, false},
    {MovePupils, "move-pupils", kUndone, R::People, C::Nothing, false},
    {ErasePupils, "erase-pupils", kBarrier, R::School, C::Pupils, kSensitive},
    {AddHonourRecord, "add-honour-record", kUndone, R::People, C::Honours, false},
    {EditHonourRecord, "edit-honour-record", kUndone, R::People, C::Honours, false},
    {RemoveHonourRecord, "remove-honour-record", kUndone, R::People, C::Honours, false},
    {AddLegalText, "add-legal-text", kUndone, R::Prepare, C::Nothing, false},
    {EditLegalText, "edit-legal-text", kUndone, R::Prepare, C::Nothing, false},
    {RemoveLegalText, "remove-legal-text", kUndone, R::Prepare, C::Nothing, false},
    {AddObservance, "add-observance", kUndone, R::Prepare, C::Nothing, false},
    {EditObservance, "edit-observance", kUndone, R::Prepare, C::Nothing, false},
    {RemoveObservance, "remove-observance", kUndone, R::Prepare, C::Nothing, false},
    {CreatePlan, "create-plan", kUndone, R::Prepare, C::Nothing, false},
    {EditPlan, "edit-plan", kUndone, R::Prepare, C::Nothing, false},
    {RemovePlan, "remove-plan", kUndone, R::Prepare, C::Nothing, false},
    {IssuePlan, "issue-plan", kBarrier, R::Issue, C::Nothing, false},
    {AddPlanTask, "add-plan-task", kUndone, R::Prepare, C::Nothing, false},
    {EditPlanTask, "edit-plan-task", kUndone, R::Prepare, C::Nothing, false},
    {RemovePlanTask, "remove-plan-task", kUndone, R::Prepare, C::Nothing, false},
    {RecordPlanTask, "record-plan-task", kUndone, R::Prepare, C::Nothing, false},
    {RecordPlanReceipts, "record-plan-receipts", kUndone, R::Prepare, C::Nothing, false},
    {AddDifficulty, "add-difficulty", kUndone, R::Prepare, C::Nothing, false},
    {EditDifficulty, "edit-difficulty", kUndone, R::Prepare, C::Nothing, false},
    {AnswerDifficulty, "answer-difficulty", kUndone, R::Prepare, C::Nothing, false},
    {RemoveDifficulty, "remove-difficulty", kUndone, R::Prepare, C::Nothing, false},
    {AddTarget, "add-target", kUndone, R::Prepare, C::Nothing, false},
    {EditTarget, "edit-target", kUndone, R::Prepare, C::Nothing, false},
    {RemoveTarget, "remove-target", kUndone, R::Prepare, C::Nothing, false},
    {RecordTarget, "record-target", kUndone, R::Follow, C::Nothing, false},
    {CreateCampaign, "create-campaign", kUndone, R::Prepare, C::Nothing, false},
    {EditCampaign, "edit-campaign", kUndone, R::Prepare, C::Nothing, false},
    {RemoveCampaign, "remove-campaign", kUndone, R::Prepare, C::Nothing, false},
    {LaunchCampaign, "launch-campaign", kUndone, R::Prepare, C::Nothing, false},
    {IssueCampaign, "issue-campaign", kBarrier, R::Issue, C::Nothing, false},
    {ReviewCampaign, "review-campaign", kUndone, R::Prepare, C::Nothing, false},
    {CloseCampaign, "close-campaign", kUndone, R::Prepare, C::Nothing, false},
    {AddActivityKind, "add-activity-kind", kUndone, R::Follow, C::Nothing, false},
    {EditActivityKind, "edit-activity-kind", kUndone, R::Follow, C::Nothing, false},
    {RemoveActivityKind, "remove-activity-kind", kUndone, R::Follow, C::Nothing, false},
    {TakeActivityKinds, "take-activity-kinds", kUndone, R::Follow, C::Nothing, false},
    {AddActivities, "add-activities", kUndone, R::Follow, C::Nothing, false},
    {EditActivity, "edit-activity", kUndone, R::Follow, C::Nothing, false},
    {RemoveActivities, "remove-activities", kUndone, R::Follow, C::Nothing, false},
    {ConfirmActivities, "confirm-activities", kUndone, R::Follow, C::Nothing, false},
    {AddNamedGroup, "add-named-group", kUndone, R::Prepare, C::Nothing, false},
    {EditNamedGroup, "edit-named-group", kUndone, R::Prepare, C::Nothing, false},
    {RemoveNamedGroup, "remove-named-group", kUndone, R::Prepare, C::Nothing, false},
    {CountTarget, "count-target", kUndone, R::Follow, C::Nothing, false},
    {SetCampaignReports, "set-campaign-reports", kUndone, R::Prepare, C::Nothing, false},
    {AddContest, "add-contest", kUndone, R::Prepare, C::Nothing, false},
    {EditContest, "edit-contest", kUndone, R::Prepare, C::Nothing, false},
    {RemoveContest, "remove-contest", kUndone, R::Prepare, C::Nothing, false},
    {AddContestEntry, "add-contest-entry", kUndone, R::Follow, C::Nothing, false},
    {EditContestEntry, "edit-contest-entry", kUndone, R::Follow, C::Nothing, false},
    {RemoveContestEntry, "remove-contest-entry", kUndone, R::Follow, C::Nothing, false},
    {RecordContestMarks, "record-contest-marks", kUndone, R::Follow, C::Nothing, false},
    {GiveContestPrizes, "give-contest-prizes", kUndone, R::Follow, C::Nothing, false},
    {ConfirmContestResults, "confirm-contest-results", kUndone, R::Follow, C::Nothing, false},
    {TakeBackContestResults, "take-back-contest-results", kUndone, R::Follow, C::Nothing, false},
    {Register, "register", kUndone, R::Follow, C::Nothing, false},
    {EditRegistration, "edit-registration", kUndone, R::Follow, C::Nothing, false},
    {WithdrawRegistration, "withdraw-registration", kUndone, R::Follow, C::Nothing, false},
    {HandInRegistrations, "hand-in-registrations", kBarrier, R::Issue, C::Nothing, false},
    {AddInitiative, "add-initiative", kUndone, R::Follow, C::Nothing, false},
    {EditInitiative, "edit-initiative", kUndone, R::Follow, C::Nothing, false},
    {RemoveInitiative, "remove-initiative", kUndone, R::Follow, C::Nothing, false},
    {RejectInitiative, "reject-initiative", kUndone, R::Follow, C::Nothing, false},
    {ReconsiderInitiative, "reconsider-initiative", kUndone, R::Follow, C::Nothing, false},
    {RecogniseInitiatives, "recognise-initiatives", kUndone, R::Follow, C::Nothing, false},
    {UseInitiative, "use-initiative", kUndone, R::Follow, C::Nothing, false},
    {RecordMarks, "record-marks", kUndone, R::Review, C::Nothing, false},
    {ReferInitiatives, "refer-initiatives", kUndone, R::Follow, C::Nothing, false},
    {AnswerReferral, "answer-referral", kUndone, R::Follow, C::Referral, false},
    {DropReferral, "drop-referral", kUndone, R::Follow, C::Nothing, false},
    {RecordYear, "record-year", kUndone, R::Follow, C::Nothing, kSensitive},
    {RecordYears, "record-years", kUndone, R::Follow, C::Nothing, kSensitive},
    {StateFact, "state-fact", kUndone, R::Follow, C::Nothing, false},
    {EditStatedFact, "edit-stated-fact", kUndone, R::Follow, C::Nothing, false},
    {RemoveStatedFact, "remove-stated-fact", kUndone, R::Follow, C::Nothing, false},
    {Nominate, "nominate", kUndone, R::Review, C::Nothing, false},
    {AddNomination, "add-nomination", kUndone, R::Review, C::Nothing, false},
    {EditNomination, "edit-nomination", kUndone, R::Review, C::Nothing, false},
    {WithdrawNomination, "withdraw-nomination", kUndone, R::Review, C::Nothing, false},
    {SendBackNomination, "send-back-nomination", kUndone, R::Review, C::Nothing, false},
    {SendNominationAgain, "send-nomination-again", kUndone, R::Review, C::Nothing, false},
    {LowerNomination, "lower-nomination", kUndone, R::Review, C::Nothing, false},
    {RefreshVerdicts, "refresh-verdicts", kUndone, R::Review, C::Nothing, false},
    {OverrideVerdict, "override-verdict", kUndone, R::Review, C::Nothing, false},
    {DropOverride, "drop-override", kUndone, R::Review, C::Nothing, false},
    {AddAttachments, "add-attachments", kUndone, R::Follow, C::Nothing, false},
    {EditAttachment, "edit-attachment", kUndone, R::Follow, C::Nothing, false},
    {RemoveAttachment, "remove-attachment", kUndone, R::Follow, C::Nothing, false},
    {RecordDossier, "record-dossier", kUndone, R::Review, C::Nothing, false},
    {RecordOpinion, "record-opinion", kUndone, R::Review, C::Nothing, false},
    {RemoveOpinion, "remove-opinion", kUndone, R::Review, C::Nothing, false},
    {WriteReport, "write-report", kUndone, R::Review, C::Nothing, false},
    {RemoveReport, "remove-report", kUndone, R::Review, C::Nothing, false},
    {DraftCouncil, "draft-council", kUndone, R::Review, C::Nothing, false},
    {EditCouncil, "edit-council", kUndone, R::Review, C::Nothing, false},
    {RemoveCouncil, "remove-council", kUndone, R::Review, C::Nothing, false},
    {EstablishCouncil, "establish-council", kBarrier, R::Issue, C::Nothing, false},
    {SetCharges, "set-charges", kUndone, R::Review, C::Nothing, false},
    {AddCouncilNote, "add-council-note", kUndone, R::Review, C::Nothing, false},
    {EditCouncilNote, "edit-council-note", kUndone, R::Review, C::Nothing, false},
    {RemoveCouncilNote, "remove-council-note", kUndone, R::Review, C::Nothing, false},
    {CreateMeeting, "create-meeting", kUndone, R::Review, C::Nothing, false},
    {EditMeeting, "edit-meeting", kUndone, R::Review, C::Nothing, false},
    {RemoveMeeting, "remove-meeting", kUndone, R::Review, C::Nothing, false},
    {RecordAttendance, "record-attendance", kUndone, R::Review, C::Nothing, false},
    {NameTellers, "name-tellers", kUndone, R::Review, C::Nothing, false},
    {RecordRecusals, "record-recusals", kUndone, R::Review, C::Nothing, false},
    {RecordTallies, "record-tallies", kUndone, R::Review, C::Nothing, false},
    {OpenBallotRound, "open-ballot-round", kUndone, R::Review, C::Nothing, false},
    {VoidBallotRound, "void-ballot-round", kUndone, R::Review, C::Nothing, false},
    {CloseBallotRound, "close-ballot-round", kUndone, R::Review, C::Nothing, false},
    {HoldSecondRound, "hold-second-round", kUndone, R::Review, C::Nothing, false},
    {DropSecondRound, "drop-second-round", kUndone, R::Review, C::Nothing, false},
    {CloseMeeting, "close-meeting", kBarrier, R::Review, C::Nothing, false},
    {PostResults, "post-results", kUndone, R::Review, C::Objections, false},
    {EditPosting, "edit-posting", kUndone, R::Review, C::Objections, false},
    {RemovePosting, "remove-posting", kUndone, R::Review, C::Objections, false},
    {RecordObjection, "record-objection", kUndone, R::Review, C::Objections, false},
    {EditObjection, "edit-objection", kUndone, R::Review, C::Objections, false},
    {RemoveObjection, "remove-objection", kUndone, R::Review, C::Objections, false},
    {AnswerObjection, "answer-objection", kUndone, R::Review, C::Objections, false},
    {ChangeResult, "change-result", kUndone, R::Review, C::Nothing, false},
    {ConcludePosting, "conclude-posting", kUndone, R::Review, C::Objections, false},
    {DraftDecision, "draft-decision", kUndone, R::Issue, C::Nothing, false},
    {EditDecision, "edit-decision", kUndone, R::Issue, C::Nothing, false},
    {RemoveDecision, "remove-decision", kUndone, R::Issue, C::Nothing, false},
    {IssueDecision, "issue-decision", kBarrier, R::Issue, C::Nothing, false},
    {DraftLetter, "draft-letter", kUndone, R::Issue, C::Nothing, false},
    {EditLetter, "edit-letter", kUndone, R::Issue, C::Nothing, false},
    {RemoveLetter, "remove-letter", kUndone, R::Issue, C::Nothing, false},
    {IssueLetter, "issue-letter", kBarrier, R::Issue, C::Nothing, false},
    {DraftSubmission, "draft-submission", kUndone, R::Issue, C::Nothing, false},
    {EditSubmission, "edit-submission", kUndone, R::Issue, C::Nothing, false},
    {RemoveSubmission, "remove-submission", kUndone, R::Issue, C::Nothing, false},
    {IssueSubmission, "issue-submission", kBarrier, R::Issue, C::Nothing, false},
    {RecordOutcome, "record-outcome", kUndone, R::Issue, C::Outcome, false},
    {CorrectPaper, "correct-paper", kUndone, R::Issue, C::Paper, false},
    {RevokePaper, "revoke-paper", kUndone, R::Issue, C::Paper, false},
    {DraftReplacement, "draft-replacement", kUndone, R::Issue, C::Nothing, false},
    {AddRegulation, "add-regulation", kUndone, R::Rules, C::Nothing, false},
    {EditRegulation, "edit-regulation", kUndone, R::Rules, C::Nothing, false},
    {RemoveRegulation, "remove-regulation", kUndone, R::Rules, C::Nothing, false},
    {TakeRulePack, "take-rule-pack", kUndone, R::Rules, C::Nothing, false},
    {DropRulePack, "drop-rule-pack", kUndone, R::Rules, C::Nothing, false},
}};

consteval bool inOrder()
{
    for (std::size_t i = 0; i < kOps.size(); ++i)
        if (kOps[i].op != static_cast<Op>(i))
            return false;
    return true;
}
static_assert(inOrder(), "a row for each operation, in the order of Op");

struct Retired {
    std::string_view code;
    Op now;
};
/// Codes that older programs could write.
constexpr std::array kRetired{Retired{"set-assignment", EditPerson}};

}

const OpRule& ruleOf(Op op)
{
    return kOps.at(static_cast<std::size_t>(op));
}

std::string_view toCode(Op op)
{
    return ruleOf(op).code;
}

std::optional<Op> opFromCode(std::string_view code)
{
    if (const auto* found = std::ranges::find(kOps, code, &OpRule::code); found != kOps.end())
        return found->op;
    if (const auto* found = std::ranges::find(kRetired, code, &Retired::code); found != kRetired.end())
        return found->now;
    return std::nullopt;
}

bool isUndoable(Op op)
{
    return ruleOf(op).undoable;
}

EntityKinds allowedInClosedYear(Op op)
{
    using enum EntityKind;
    switch (ruleOf(op).inClosedYear) {
    case C::Nothing: break;
    case C::YearItself: return kindsOf({SchoolYearRow});
    case C::Pupils: return kindsOf({Enrolment});
    case C::Honours: return kindsOf({HonourRecord});
    case C::Outcome: return kindsOf({Nomination, Submission, SubmissionLine, Decision, DecisionLine, HonourRecord, InitiativeAuthor});
    case C::Objections: return kindsOf({Posting, Objection});
    case C::Referral: return kindsOf({InitiativeReferral});
    case C::Paper: return kindsOf({Correction, Letter, Plan, Campaign, Decision, Submission, Council, Nomination, HonourRecord, Initiative, InitiativeAuthor});
    }
    return {};
}

}
