// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <string>

/// What a plan asks of whom, and how it goes: kept on when the plan is issued.
namespace thidua::domain {

enum class TaskState { Open, Doing, Done, Dropped };
TD_ENUM_CODES(TaskState, "task-state", "open", "doing", "done", "dropped")

/// Nhiệm vụ: somebody's, by a day. What it asks belongs to the plan and is frozen with it.
struct PlanTask {
    PlanId plan{0};
    int seq = 0;
    std::string text;
    SubjectRef subject;               ///< who does it; nobody yet: neither
    std::optional<Date> deadline;
    bool focus = false;               ///< trọng tâm
    bool weak = false;                ///< việc yếu
    bool hard = false;                ///< việc khó
    TaskState state = TaskState::Open;
    std::optional<Date> doneOn;
    std::string note;                 ///< what came of it

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("plan_id", r.plan);
        v("seq", r.seq);
        v("text", r.text);
        SubjectRef::map(v, r.subject);
        v("deadline", r.deadline);
        v("is_focus", r.focus);
        v("is_weak", r.weak);
        v("is_hard", r.hard);
        v("state", r.state);
        v("done_on", r.doneOn);
        v("note", r.note);
    }

    friend bool operator==(const PlanTask&, const PlanTask&) = default;
};

/// When a team received the plan and when it had carried it out.
struct PlanReceipt {
    PlanId plan{0};
    CollectiveId team{0};
    Date receivedOn{2000, 1, 1};
    std::optional<Date> carriedOutOn;
    std::string note;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("plan_id", r.plan);
        v("collective_id", r.team);
        v("received_on", r.receivedOn);
        v("carried_out_on", r.carriedOutOn);
        v("note", r.note);
    }

    friend bool operator==(const PlanReceipt&, const PlanReceipt&) = default;
};

/// Vướng mắc, kiến nghị of a team, and the council's answer.
struct PlanDifficulty {
    PlanId plan{0};
    std::optional<PlanTaskId> task;
    CollectiveId team{0};
    Date raisedOn{2000, 1, 1};
    std::string text;
    std::string answer;
    std::optional<Date> answeredOn;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("plan_id", r.plan);
        v("task_id", r.task);
        v("collective_id", r.team);
        v("raised_on", r.raisedOn);
        v.lines("text", r.text);
        v.lines("answer", r.answer);
        v("answered_on", r.answeredOn);
    }

    friend bool operator==(const PlanDifficulty&, const PlanDifficulty&) = default;
};

/// Late: not done, and its day has passed.
inline bool isLate(const PlanTask& task, Date today)
{
    return (task.state == TaskState::Open || task.state == TaskState::Doing) && task.deadline && *task.deadline < today;
}

}
