// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow.h"

#include "base/text_util.h"
#include "domain/campaign.h"
#include "domain/contest.h"
#include "domain/council_codes.h"
#include "domain/decision.h"
#include "domain/initiative_codes.h"
#include "domain/letter.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/plan_codes.h"
#include "domain/registration.h"
#include "domain/school_year.h"
#include "domain/submission.h"

#include <algorithm>

namespace thidua::domain {

#define TD_STEPS(events, states, ...)                                                                                                \
    std::span<const Step<states, events>> Workflow<events>::steps()                                                                  \
    {                                                                                                                                \
        using enum states;                                                                                                           \
        using E = events;                                                                                                            \
        static constexpr Step<states, events> kSteps[] = {__VA_ARGS__};                                                              \
        return kSteps;                                                                                                               \
    }

TD_STEPS(YearEvent, YearState,
         {Open, E::Write, Open, Op::EditSchoolYear},
         {Open, E::Close, Closed, Op::CloseSchoolYear},
         {Closed, E::Reopen, Open, Op::ReopenSchoolYear})

TD_STEPS(PlanEvent, PlanState,
         {Draft, E::Edit, Draft, Op::EditPlan},
         {Draft, E::Issue, Issued, Op::IssuePlan},
         {Draft, E::Remove, std::nullopt, Op::RemovePlan},
         {Issued, E::Revoke, Revoked, Op::RevokePaper},
         {Issued, E::Replace, Replaced, Op::IssuePlan})

TD_STEPS(CampaignEvent, CampaignState,
         {Draft, E::Edit, Draft, Op::EditCampaign},
         {Launched, E::Edit, Launched, Op::EditCampaign},
         {Reviewed, E::Edit, Reviewed, Op::EditCampaign},
         {Draft, E::Launch, Launched, Op::LaunchCampaign},
         // Its own paper launches it, or follows the launching.
         {Draft, E::Issue, Launched, Op::IssueCampaign},
         {Launched, E::Issue, Launched, Op::IssueCampaign},
         {Launched, E::Review, Reviewed, Op::ReviewCampaign},
         // A campaign can be reviewed more than once: after each term, say.
         {Reviewed, E::Review, Reviewed, Op::ReviewCampaign},
         {Launched, E::Close, Closed, Op::CloseCampaign},
         {Reviewed, E::Close, Closed, Op::CloseCampaign},
         {Draft, E::Remove, std::nullopt, Op::RemoveCampaign},
         {Launched, E::Revoke, Revoked, Op::RevokePaper},
         {Reviewed, E::Revoke, Revoked, Op::RevokePaper},
         {Launched, E::Replace, Replaced, Op::IssueCampaign},
         {Reviewed, E::Replace, Replaced, Op::IssueCampaign})

TD_STEPS(RegistrationEvent, RegistrationState,
         {Active, E::Edit, Active, Op::EditRegistration},
         {Active, E::Withdraw, Withdrawn, Op::WithdrawRegistration})

TD_STEPS(InitiativeEvent, InitiativeState,
         {Registered, E::Edit, Registered, Op::EditInitiative},
         {Recognised, E::Edit, Recognised, Op::EditInitiative},
         {Rejected, E::Edit, Rejected, Op::EditInitiative},
         {Registered, E::Recognise, Recognised, Op::RecogniseInitiatives},
         // A higher level may recognise it again.
         {Recognised, E::Recognise, Recognised, Op::RecogniseInitiatives},
         {Registered, E::Reject, Rejected, Op::RejectInitiative},
         {Rejected, E::Reconsider, Registered, Op::ReconsiderInitiative},
         {Registered, E::Remove, std::nullopt, Op::RemoveInitiative},
         {Rejected, E::Remove, std::nullopt, Op::RemoveInitiative})

TD_STEPS(NominationEvent, NominationState,
         {Proposed, E::Review, Proposed, Op::RefreshVerdicts},
         {Returned, E::Review, Returned, Op::RefreshVerdicts},
         {ForCorrection, E::Review, ForCorrection, Op::RefreshVerdicts},
         {Proposed, E::Override, Proposed, Op::OverrideVerdict},
         {Returned, E::Override, Returned, Op::OverrideVerdict},
         {Proposed, E::Withdraw, Withdrawn, Op::WithdrawNomination},
         {Returned, E::Withdraw, Withdrawn, Op::WithdrawNomination},
         {ForCorrection, E::Withdraw, Withdrawn, Op::WithdrawNomination},
         // Who leaves the list after the results were in public.
         {Passed, E::Withdraw, Withdrawn, Op::WithdrawNomination},
         {Proposed, E::Compose, Proposed, Op::RecordDossier},
         {Returned, E::Compose, Returned, Op::RecordDossier},
         {ForCorrection, E::Compose, ForCorrection, Op::RecordDossier},
         // What the council passed is laid together before it goes up.
         {Passed, E::Compose, Passed, Op::RecordDossier},
         {Proposed, E::Edit, Proposed, Op::EditNomination},
         {Returned, E::Edit, Returned, Op::EditNomination},
         {ForCorrection, E::Edit, ForCorrection, Op::EditNomination},
         {Proposed, E::SendBack, ForCorrection, Op::SendBackNomination},
         {Returned, E::SendBack, ForCorrection, Op::SendBackNomination},
         {ForCorrection, E::SendAgain, Proposed, Op::SendNominationAgain},
         // A lower title is put to the vote in the same meeting; what the votes say of that one says what becomes of this.
         {Proposed, E::Lower, Proposed, Op::LowerNomination},
         {Returned, E::Lower, Returned, Op::LowerNomination},
         // The votes, and then the level above, say which one it becomes.
         {Proposed, E::Vote, Passed, Op::CloseMeeting},
         {Proposed, E::Vote, NotPassed, Op::CloseMeeting},
         {Returned, E::Vote, Passed, Op::CloseMeeting},
         {Returned, E::Vote, NotPassed, Op::CloseMeeting},
         {Proposed, E::Vote, Lowered, Op::CloseMeeting},
         {Returned, E::Vote, Lowered, Op::CloseMeeting},
         {Passed, E::Submit, Submitted, Op::IssueSubmission},
         {Submitted, E::Answer, Conferred, Op::RecordOutcome},
         {Submitted, E::Answer, Refused, Op::RecordOutcome},
         {Submitted, E::Answer, Returned, Op::RecordOutcome},
         // What the head of the school gives and takes back; a submission that is taken back lets go of its lines.
         {Passed, E::Confer, Conferred, Op::IssueDecision},
         {Revoked, E::Confer, Conferred, Op::IssueDecision},
         {Conferred, E::Revoke, Revoked, Op::RevokePaper},
         {Submitted, E::Recall, Passed, Op::RevokePaper},
         // After the results were shown in public; what is submitted or conferred is put right by papers.
         {Passed, E::Amend, Withdrawn, Op::ChangeResult},
         {Passed, E::Amend, NotPassed, Op::ChangeResult},
         {Passed, E::Amend, Proposed, Op::ChangeResult},
         {NotPassed, E::Amend, Withdrawn, Op::ChangeResult},
         {NotPassed, E::Amend, Proposed, Op::ChangeResult})

TD_STEPS(CouncilEvent, CouncilState,
         {Draft, E::Edit, Draft, Op::EditCouncil},
         {Draft, E::Establish, Established, Op::EstablishCouncil},
         {Draft, E::Remove, std::nullopt, Op::RemoveCouncil},
         {Established, E::Meet, Established, Op::CreateMeeting},
         {Established, E::Revoke, Revoked, Op::RevokePaper})

TD_STEPS(MeetingEvent, MeetingState,
         {Draft, E::Edit, Draft, Op::EditMeeting},
         {Draft, E::Close, Closed, Op::CloseMeeting},
         {Draft, E::Remove, std::nullopt, Op::RemoveMeeting},
         {Closed, E::Submit, Closed, Op::DraftSubmission},
         {Closed, E::Post, Closed, Op::PostResults})

TD_STEPS(DecisionEvent, DecisionState,
         {Draft, E::Edit, Draft, Op::EditDecision},
         {Draft, E::Issue, Issued, Op::IssueDecision},
         {Draft, E::Remove, std::nullopt, Op::RemoveDecision},
         {Issued, E::Revoke, Revoked, Op::RevokePaper},
         {Issued, E::Replace, Replaced, Op::IssueDecision})

TD_STEPS(SubmissionEvent, SubmissionState,
         {Draft, E::Edit, Draft, Op::EditSubmission},
         {Draft, E::Issue, Issued, Op::IssueSubmission},
         {Draft, E::Remove, std::nullopt, Op::RemoveSubmission},
         // Answered once the last line has its outcome.
         {Issued, E::Answer, Answered, Op::RecordOutcome},
         {Answered, E::Answer, Answered, Op::RecordOutcome},
         // Only while nothing has come back.
         {Issued, E::Revoke, Revoked, Op::RevokePaper},
         {Issued, E::Replace, Replaced, Op::IssueSubmission})

TD_STEPS(ContestEvent, ContestState,
         {Open, E::Edit, Open, Op::EditContest},
         {Confirmed, E::Edit, Confirmed, Op::EditContest},
         {Open, E::Remove, std::nullopt, Op::RemoveContest},
         {Open, E::Confirm, Confirmed, Op::ConfirmContestResults},
         // What was put right is written again over what it became.
         {Confirmed, E::Confirm, Confirmed, Op::ConfirmContestResults},
         {Confirmed, E::TakeBack, Open, Op::TakeBackContestResults})

TD_STEPS(LetterEvent, LetterState,
         {Draft, E::Edit, Draft, Op::EditLetter},
         {Draft, E::Issue, Issued, Op::IssueLetter},
         {Draft, E::Remove, std::nullopt, Op::RemoveLetter},
         {Issued, E::Revoke, Revoked, Op::RevokePaper})

#undef TD_STEPS

std::string_view Workflow<YearEvent>::refusal(YearState, YearEvent event)
{
    return event == YearEvent::Reopen ? "year.open" : "year.closed";
}

namespace {

/// Of a paper that is not in force: there is nothing to take back or to replace.
constexpr std::string_view kNotInForce = "correction.not-in-force";

}

std::string_view Workflow<PlanEvent>::refusal(PlanState, PlanEvent event)
{
    return event == PlanEvent::Revoke || event == PlanEvent::Replace ? kNotInForce : "plan.issued";
}

std::string_view Workflow<CampaignEvent>::refusal(CampaignState from, CampaignEvent event)
{
    if (event == CampaignEvent::Revoke || event == CampaignEvent::Replace)
        return kNotInForce;
    if (from == CampaignState::Closed)
        return "campaign.closed";
    return event == CampaignEvent::Remove ? "campaign.launched" : "campaign.wrong-step";
}

std::string_view Workflow<RegistrationEvent>::refusal(RegistrationState, RegistrationEvent)
{
    return "registration.withdrawn";
}

std::string_view Workflow<InitiativeEvent>::refusal(InitiativeState from, InitiativeEvent)
{
    return from == InitiativeState::Recognised ? "initiative.recognised" : "initiative.wrong-step";
}

std::string_view Workflow<NominationEvent>::refusal(NominationState from, NominationEvent event)
{
    if (event == NominationEvent::Amend)
        return "list-change.not-free";
    if (event == NominationEvent::SendAgain)
        return "nomination.not-sent-back";
    if (from == NominationState::ForCorrection)
        return "nomination.sent-back";
    if (event == NominationEvent::Compose)
        return "nomination.dossier-closed";
    return "nomination.decided";
}

std::string_view Workflow<CouncilEvent>::refusal(CouncilState, CouncilEvent event)
{
    return event == CouncilEvent::Meet ? "meeting.no-council" : event == CouncilEvent::Revoke ? kNotInForce : "council.established";
}

std::string_view Workflow<MeetingEvent>::refusal(MeetingState, MeetingEvent event)
{
    if (event == MeetingEvent::Post)
        return "posting.meeting-open";
    return event == MeetingEvent::Submit ? "submission.meeting-open" : "meeting.closed";
}

std::string_view Workflow<DecisionEvent>::refusal(DecisionState, DecisionEvent event)
{
    return event == DecisionEvent::Revoke || event == DecisionEvent::Replace ? kNotInForce : "decision.issued";
}

std::string_view Workflow<ContestEvent>::refusal(ContestState, ContestEvent event)
{
    return event == ContestEvent::TakeBack ? "contest.not-confirmed" : "contest.confirmed";
}

std::string_view Workflow<SubmissionEvent>::refusal(SubmissionState, SubmissionEvent event)
{
    if (event == SubmissionEvent::Revoke || event == SubmissionEvent::Replace)
        return kNotInForce;
    return event == SubmissionEvent::Answer ? "outcome.not-issued" : "submission.issued";
}

std::string_view Workflow<LetterEvent>::refusal(LetterState, LetterEvent event)
{
    return event == LetterEvent::Revoke ? kNotInForce : "letter.issued";
}

bool isOpen(const Nomination& nomination, NominationField field)
{
    if (nomination.state != NominationState::ForCorrection)
        return true;
    const auto named = fieldsToCorrect(nomination);
    return std::ranges::find(named, field) != named.end();
}

std::vector<NominationField> fieldsToCorrect(const Nomination& nomination)
{
    std::vector<NominationField> fields;
    for (const auto& code : split(nomination.toCorrect, ' '))
        if (const auto field = fromCode<NominationField>(code))
            fields.push_back(*field);
    return fields;
}

std::string codesOf(const std::vector<NominationField>& fields)
{
    std::vector<std::string> codes;
    for (const auto field : fields)
        codes.emplace_back(toCode(field));
    return join(codes, " ");
}

}
