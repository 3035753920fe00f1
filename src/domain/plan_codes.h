// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"

namespace thidua::domain {

/// Launch: kế hoạch phát động phong trào of a school year.
enum class PlanKind { Year, Period, Launch };
TD_ENUM_CODES(PlanKind, "plan-kind", "year", "period", "launch")

enum class PlanState { Draft, Issued, Replaced, Revoked };
TD_ENUM_CODES(PlanState, "plan-state", "draft", "issued", "replaced", "revoked")

/// What a section of the plan is; `Targets` marks the place where the table of targets prints.
enum class SectionRole { Preamble, Heading, Purpose, Requirement, Participants, Content, Targets, Timetable, Implementation, Closing };
TD_ENUM_CODES(SectionRole, "section-role", "preamble", "heading", "purpose", "requirement", "participants", "content", "targets", "timetable", "implementation", "closing")

}
