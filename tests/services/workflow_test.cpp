// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of workflows that window and services ask.
#include "support/catch.h"

#include "domain/all_entities.h"
#include "domain/workflow.h"
#include "text/messages.h"

#include <set>

using namespace thidua;
using namespace thidua::domain;

namespace {

/// Every state and event of a workflow; states are those of its codes.
template <class Event, class See>
void eachPair(int events, See see)
{
    using State = typename Workflow<Event>::State;
    for (std::size_t state = 0; state < EnumCodes<State>::codes.size(); ++state)
        for (int event = 0; event < events; ++event)
            see(static_cast<State>(state), static_cast<Event>(event));
}

template <class Event>
void checkWorkflow(int events)
{
    std::set<int> seen;
    eachPair<Event>(events, [&](auto state, Event event) {
        if (const auto* step = stepOf(state, event)) {
            CHECK(step->from == state);
            CHECK(toCode(step->operation).size() > 3);
            seen.insert(static_cast<int>(event));
        } else {
            INFO(toCode(state) << " and event " << static_cast<int>(event));
            CHECK(text::hasMessage(Workflow<Event>::refusal(state, event)));
        }
    });
    CHECK(seen.size() == static_cast<std::size_t>(events)); // every event is possible somewhere
    for (const auto& step : Workflow<Event>::steps())
        CHECK(static_cast<int>(step.event) < events);
}

}

TEST_CASE("every event of a workflow has its steps, and a sentence where it is refused")
{
    checkWorkflow<YearEvent>(static_cast<int>(YearEvent::Reopen) + 1);
    checkWorkflow<PlanEvent>(static_cast<int>(PlanEvent::Replace) + 1);
    checkWorkflow<CampaignEvent>(static_cast<int>(CampaignEvent::Replace) + 1);
    checkWorkflow<RegistrationEvent>(static_cast<int>(RegistrationEvent::Withdraw) + 1);
    checkWorkflow<InitiativeEvent>(static_cast<int>(InitiativeEvent::Remove) + 1);
    checkWorkflow<NominationEvent>(static_cast<int>(NominationEvent::Amend) + 1);
    checkWorkflow<CouncilEvent>(static_cast<int>(CouncilEvent::Revoke) + 1);
    checkWorkflow<MeetingEvent>(static_cast<int>(MeetingEvent::Post) + 1);
    checkWorkflow<DecisionEvent>(static_cast<int>(DecisionEvent::Replace) + 1);
    checkWorkflow<ContestEvent>(static_cast<int>(ContestEvent::TakeBack) + 1);
    checkWorkflow<SubmissionEvent>(static_cast<int>(SubmissionEvent::Replace) + 1);
    checkWorkflow<LetterEvent>(static_cast<int>(LetterEvent::Revoke) + 1);
}

TEST_CASE("what has been issued, established or closed is neither edited nor removed nor issued again")
{
    for (const auto event : {PlanEvent::Edit, PlanEvent::Issue, PlanEvent::Remove})
        CHECK_FALSE(may(PlanState::Issued, event));
    for (const auto event : {DecisionEvent::Edit, DecisionEvent::Issue, DecisionEvent::Remove})
        CHECK_FALSE(may(DecisionState::Issued, event));
    for (const auto event : {SubmissionEvent::Edit, SubmissionEvent::Issue, SubmissionEvent::Remove})
        CHECK_FALSE(may(SubmissionState::Issued, event));
    for (const auto event : {LetterEvent::Edit, LetterEvent::Issue, LetterEvent::Remove})
        CHECK_FALSE(may(LetterState::Issued, event));
    for (const auto event : {CouncilEvent::Edit, CouncilEvent::Establish, CouncilEvent::Remove})
        CHECK_FALSE(may(CouncilState::Established, event));
    for (const auto event : {MeetingEvent::Edit, MeetingEvent::Close, MeetingEvent::Remove})
        CHECK_FALSE(may(MeetingState::Closed, event));
}

TEST_CASE("steps that number or freeze are barriers to undo, the others are not")
{
    const auto barrier = [](const auto& steps, Op op) {
        for (const auto& step : steps)
            if (step.operation == op && isUndoable(op))
                return false;
        return true;
    };
    CHECK(barrier(Workflow<PlanEvent>::steps(), Op::IssuePlan));
    CHECK(barrier(Workflow<DecisionEvent>::steps(), Op::IssueDecision));
    CHECK(barrier(Workflow<SubmissionEvent>::steps(), Op::IssueSubmission));
    CHECK(barrier(Workflow<LetterEvent>::steps(), Op::IssueLetter));
    CHECK(barrier(Workflow<CouncilEvent>::steps(), Op::EstablishCouncil));
    CHECK(barrier(Workflow<MeetingEvent>::steps(), Op::CloseMeeting));
    CHECK(barrier(Workflow<CampaignEvent>::steps(), Op::IssueCampaign));
    CHECK_FALSE(barrier(Workflow<CampaignEvent>::steps(), Op::LaunchCampaign));
}
