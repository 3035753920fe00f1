// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/op.h"

#include <optional>
#include <span>
#include <string_view>

namespace thidua::domain {

// The states stand with their rows; whoever asks for one includes its header.
enum class YearState;
enum class PlanState;
enum class CampaignState;
enum class RegistrationState;
enum class InitiativeState;
enum class NominationState;
enum class CouncilState;
enum class MeetingState;
enum class DecisionState;
enum class SubmissionState;
enum class ContestState;
enum class LetterState;

/// One step of a workflow: in the state `from` the event is possible, by this operation, and leads to the state `to`.
template <class State, class Event>
struct Step {
    State from;
    Event event;
    std::optional<State> to; ///< none: the row is gone
    Op operation;
};

/// The steps of one kind of row, by its events. The window asks which verbs are on, the services ask before they write;
/// neither compares states by itself. `refusal` names the sentence (src/text) for an event that is not possible in a state;
/// its one argument is the row's name or number.
template <class Event>
struct Workflow;

#define TD_WORKFLOW(events, states)                                                                                                  \
    template <>                                                                                                                      \
    struct Workflow<events> {                                                                                                        \
        using State = states;                                                                                                        \
        static std::span<const Step<states, events>> steps();                                                                        \
        static std::string_view refusal(states from, events event);                                                                  \
    };

enum class YearEvent { Write, Close, Reopen };
enum class PlanEvent { Edit, Issue, Remove, Revoke, Replace };
enum class CampaignEvent { Edit, Launch, Issue, Review, Close, Remove, Revoke, Replace };
enum class RegistrationEvent { Edit, Withdraw };
enum class InitiativeEvent { Edit, Recognise, Reject, Reconsider, Remove };
/// Review: its verdict follows the facts. Amend: its line in a list that was shown changes. Override: the council's reason against it. Compose: what belongs to it, its dossier, opinions and report. SendBack: for correction, until SendAgain.
enum class NominationEvent { Review, Withdraw, Vote, Submit, Answer, Confer, Revoke, Recall, Compose, Edit, SendBack, SendAgain, Lower, Override, Amend };
enum class CouncilEvent { Edit, Establish, Remove, Meet, Revoke };
enum class MeetingEvent { Edit, Close, Remove, Submit, Post };
enum class DecisionEvent { Edit, Issue, Remove, Revoke, Replace };
enum class SubmissionEvent { Edit, Issue, Remove, Answer, Revoke, Replace };
enum class ContestEvent { Edit, Remove, Confirm, TakeBack };
enum class LetterEvent { Edit, Issue, Remove, Revoke };

TD_WORKFLOW(YearEvent, YearState)
TD_WORKFLOW(PlanEvent, PlanState)
TD_WORKFLOW(CampaignEvent, CampaignState)
TD_WORKFLOW(RegistrationEvent, RegistrationState)
TD_WORKFLOW(InitiativeEvent, InitiativeState)
TD_WORKFLOW(NominationEvent, NominationState)
TD_WORKFLOW(CouncilEvent, CouncilState)
TD_WORKFLOW(MeetingEvent, MeetingState)
TD_WORKFLOW(DecisionEvent, DecisionState)
TD_WORKFLOW(SubmissionEvent, SubmissionState)
TD_WORKFLOW(ContestEvent, ContestState)
TD_WORKFLOW(LetterEvent, LetterState)
#undef TD_WORKFLOW

/// The step that `event` takes from `state`, the first one where there are several; nullptr when it is not possible there.
template <class Event>
const Step<typename Workflow<Event>::State, Event>* stepOf(typename Workflow<Event>::State state, Event event)
{
    for (const auto& step : Workflow<Event>::steps())
        if (step.from == state && step.event == event)
            return &step;
    return nullptr;
}

template <class Event>
bool may(typename Workflow<Event>::State state, Event event)
{
    return stepOf(state, event) != nullptr;
}

}
