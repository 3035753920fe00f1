// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/workflow.h"

/// The workflow's table as services ask it before they write.
namespace thidua::services {

/// The state after `event`, or the sentence why it is not possible now; `name` is what that sentence speaks of.
/// Only for events after which the row still stands.
template <class Event>
Result<typename domain::Workflow<Event>::State> takeStep(typename domain::Workflow<Event>::State from, Event event, const std::string& name)
{
    const auto* step = domain::stepOf(from, event);
    if (!step)
        return fail(ErrorCode::WrongState, std::string(domain::Workflow<Event>::refusal(from, event)), {name});
    return step->to.value_or(from);
}

/// Passes when `event` is possible.
template <class Event>
Result<void> checkStep(typename domain::Workflow<Event>::State from, Event event, const std::string& name)
{
    TD_CHECK(takeStep(from, event, name));
    return {};
}

}
