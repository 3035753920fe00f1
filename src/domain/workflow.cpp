// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow.h"

#include "domain/campaign.h"
#include "domain/council.h"
#include "domain/decision.h"
#include "domain/initiative_codes.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/plan_codes.h"
#include "domain/registration.h"
#include "domain/school_year.h"
#include "domain/submission.h"

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
         {Proposed, E::Review, Proposed, Op::OverrideVerdict},
         {Returned, E::Review, Returned, Op::OverrideVerdict},
         {Proposed, E::Withdraw, Withdrawn, Op::WithdrawNomination},
         {Returned, E::Withdraw, Withdrawn, Op::WithdrawNomination},
         // The votes, and then the level above, say which one it becomes.
         {Proposed, E::Vote, Passed, Op::CloseMeeting},
         {Proposed, E::Vote, NotPassed, Op::CloseMeeting},
         {Returned, E::Vote, Passed, Op::CloseMeeting},
         {Returned, E::Vote, NotPassed, Op::CloseMeeting},
         {Passed, E::Submit, Submitted, Op::IssueSubmission},
         {Submitted, E::Answer, Conferred, Op::RecordOutcome},
         {Submitted, E::Answer, Refused, Op::RecordOutcome},
         {Submitted, E::Answer, Returned, Op::RecordOutcome},
         // What the head of the school gives and takes back; a submission that is taken back lets go of its lines.
         {Passed, E::Confer, Conferred, Op::IssueDecision},
         {Revoked, E::Confer, Conferred, Op::IssueDecision},
         {Conferred, E::Revoke, Revoked, Op::RevokePaper},
         {Submitted, E::Recall, Passed, Op::RevokePaper})

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

std::string_view Workflow<NominationEvent>::refusal(NominationState, NominationEvent)
{
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

std::string_view Workflow<SubmissionEvent>::refusal(SubmissionState, SubmissionEvent event)
{
    if (event == SubmissionEvent::Revoke || event == SubmissionEvent::Replace)
        return kNotInForce;
    return event == SubmissionEvent::Answer ? "outcome.not-issued" : "submission.issued";
}

}
