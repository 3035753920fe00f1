// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"

#include <optional>
#include <string_view>

namespace thidua::domain {

/// Every verb that writes to the file. One verb of the user is one operation, one transaction, one step of undo.
enum class Op {
    Undo, Redo,
    FoundSchool, EditSchool, OpenSchoolYear, EditSchoolYear, CloseSchoolYear, ReopenSchoolYear,
    AddStaff, EditPerson, RemovePerson, MergePeople, PasteStaff, ImportStaff, ImportPupils, ImportRegistrations, ImportEvaluations, ImportHonours, AddCollective, EditCollective, RemoveCollective,
    AddClass, EditClass, RemoveClass, AddPupil, EditPupil, RemovePupil, MovePupils, ErasePupils,
    AddHonourRecord, EditHonourRecord, RemoveHonourRecord,
    AddLegalText, EditLegalText, RemoveLegalText, AddObservance, EditObservance, RemoveObservance,
    CreatePlan, EditPlan, RemovePlan, IssuePlan,
    AddPlanTask, EditPlanTask, RemovePlanTask, RecordPlanTask, RecordPlanReceipts, AddDifficulty, EditDifficulty, AnswerDifficulty, RemoveDifficulty, AddTarget, EditTarget, RemoveTarget, RecordTarget,
    CreateCampaign, EditCampaign, RemoveCampaign, LaunchCampaign, IssueCampaign, ReviewCampaign, CloseCampaign,
    AddActivityKind, EditActivityKind, RemoveActivityKind, TakeActivityKinds, AddActivities, EditActivity, RemoveActivities, ConfirmActivities,
    AddNamedGroup, EditNamedGroup, RemoveNamedGroup, CountTarget, SetCampaignReports,
    AddContest, EditContest, RemoveContest, AddContestEntry, EditContestEntry, RemoveContestEntry, RecordContestMarks, GiveContestPrizes, ConfirmContestResults, TakeBackContestResults,
    Register, EditRegistration, WithdrawRegistration, HandInRegistrations,
    AddInitiative, EditInitiative, RemoveInitiative, RejectInitiative, ReconsiderInitiative, RecogniseInitiatives, UseInitiative, RecordMarks, ReferInitiatives, AnswerReferral, DropReferral,
    RecordYear, RecordYears, StateFact, EditStatedFact, RemoveStatedFact, Nominate, AddNomination, EditNomination, WithdrawNomination, SendBackNomination, SendNominationAgain, LowerNomination, RefreshVerdicts, OverrideVerdict, DropOverride,
    AddAttachments, EditAttachment, RemoveAttachment, RecordDossier, RecordOpinion, RemoveOpinion, WriteReport, RemoveReport,
    DraftCouncil, EditCouncil, RemoveCouncil, EstablishCouncil, SetCharges, AddCouncilNote, EditCouncilNote, RemoveCouncilNote,
    CreateMeeting, EditMeeting, RemoveMeeting, RecordAttendance, NameTellers, RecordRecusals, RecordTallies, OpenBallotRound, VoidBallotRound, CloseBallotRound, HoldSecondRound, DropSecondRound, CloseMeeting,
    PostResults, EditPosting, RemovePosting, RecordObjection, EditObjection, RemoveObjection, AnswerObjection, ChangeResult, ConcludePosting,
    DraftDecision, EditDecision, RemoveDecision, IssueDecision,
    DraftLetter, EditLetter, RemoveLetter, IssueLetter,
    DraftSubmission, EditSubmission, RemoveSubmission, IssueSubmission, RecordOutcome,
    CorrectPaper, RevokePaper, DraftReplacement,
    AddRegulation, EditRegulation, RemoveRegulation, TakeRulePack, DropRulePack,
    Count
};

/// What a user must be allowed to. There are no accounts yet: everybody may do everything.
enum class Right {
    Anybody, ///< undo and redo: whoever may do the operation may turn it back
    School,  ///< the school itself, its years
    People,  ///< staff, pupils, classes, collectives, their history
    Merge,   ///< to say that two records are one person
    Prepare, ///< legal texts, plans, campaigns
    Follow,  ///< registrations, initiatives, results of the year
    Review,  ///< nominations, council, meetings
    Issue,   ///< numbers and dates of papers, what is handed in and what comes back
    Rules    ///< regulations and rule packs
};

/// What an operation may do to the rows of a school year that is closed.
enum class InClosedYear {
    Nothing,
    YearItself, ///< close and reopen it
    Pupils,     ///< forget who was a pupil then
    Honours,    ///< enter what somebody received then
    Outcome,    ///< record what came back from above, which often comes when the year is over
    Referral,   ///< record that a level above did not recognise what was passed to it
    Objections, ///< what was objected to its results comes, and is answered, when the year is over
    Paper       ///< put right, or take back, what was issued in it
};

/// All that is known of an operation; declared once, in op.cpp. Its sentence is the text "op.<code>".
struct OpRule {
    Op op;
    std::string_view code;     ///< in the change record; never changed, since files keep it
    bool undoable;             ///< false for the barriers: what has been issued, numbered or frozen is not undone but superseded
    Right right;
    InClosedYear inClosedYear;
    bool sensitive;            ///< its record tells of discipline, illness or investigations
};

const OpRule& ruleOf(Op op);
std::string_view toCode(Op op);
/// Empty for what a newer program has written; old codes are read as what has come of them.
std::optional<Op> opFromCode(std::string_view code);
bool isUndoable(Op op);
/// Rows of which kinds may change in a closed year by this operation, or when it is undone.
EntityKinds allowedInClosedYear(Op op);

}
