// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace thidua::domain {

/// Every verb that writes to the file. One verb of the user is one operation, one transaction, one step of undo.
enum class Op {
    Undo, Redo,
    FoundSchool, EditSchool, OpenSchoolYear, EditSchoolYear, CloseSchoolYear, ReopenSchoolYear,
    AddStaff, EditPerson, RemovePerson, PasteStaff, SetAssignment, AddCollective, EditCollective, RemoveCollective,
    AddHonourRecord, EditHonourRecord, RemoveHonourRecord,
    AddLegalText, EditLegalText, RemoveLegalText, AddObservance, EditObservance, RemoveObservance,
    CreatePlan, EditPlan, RemovePlan, IssuePlan, AddTarget, EditTarget, RemoveTarget, RecordTarget,
    CreateCampaign, EditCampaign, RemoveCampaign, LaunchCampaign, ReviewCampaign, CloseCampaign,
    Register, EditRegistration, WithdrawRegistration, HandInRegistrations,
    EditInitiative, RemoveInitiative, RecogniseInitiatives,
    RecordYear, RecordYears, Nominate, AddNomination, WithdrawNomination, RefreshVerdicts, OverrideVerdict,
    DraftCouncil, EditCouncil, RemoveCouncil, EstablishCouncil,
    CreateMeeting, EditMeeting, RemoveMeeting, RecordAttendance, RecordTallies, CloseMeeting,
    DraftDecision, EditDecision, RemoveDecision, IssueDecision,
    DraftSubmission, EditSubmission, RemoveSubmission, IssueSubmission, RecordOutcome,
    AddRegulation, EditRegulation, RemoveRegulation, TakeRulePack, DropRulePack,
    Count
};

std::string_view toCode(Op op);
std::optional<Op> opFromCode(std::string_view code);
/// False for the barriers: what has been issued, numbered or frozen is not undone but superseded.
bool isUndoable(Op op);

}
