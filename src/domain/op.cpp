// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/op.h"

#include <array>
#include <cstddef>

namespace thidua::domain {
namespace {

struct OpRow {
    std::string_view code;
    bool undoable;
};

constexpr bool kYes = true;
constexpr bool kBarrier = false;

constexpr std::array<OpRow, static_cast<std::size_t>(Op::Count)> kOps{{
    {"undo", kYes}, {"redo", kYes},
    {"found-school", kBarrier}, {"edit-school", kYes}, {"open-school-year", kYes}, {"edit-school-year", kYes},
    {"close-school-year", kYes}, {"reopen-school-year", kYes},
    {"add-staff", kYes}, {"edit-person", kYes}, {"remove-person", kYes}, {"paste-staff", kYes}, {"set-assignment", kYes},
    {"add-collective", kYes}, {"edit-collective", kYes}, {"remove-collective", kYes},
    {"add-honour-record", kYes}, {"edit-honour-record", kYes}, {"remove-honour-record", kYes},
    {"add-legal-text", kYes}, {"edit-legal-text", kYes}, {"remove-legal-text", kYes},
    {"add-observance", kYes}, {"edit-observance", kYes}, {"remove-observance", kYes},
    {"create-plan", kYes}, {"edit-plan", kYes}, {"remove-plan", kYes}, {"issue-plan", kBarrier},
    {"add-target", kYes}, {"edit-target", kYes}, {"remove-target", kYes}, {"record-target", kYes},
    {"create-campaign", kYes}, {"edit-campaign", kYes}, {"remove-campaign", kYes}, {"launch-campaign", kYes},
    {"review-campaign", kYes}, {"close-campaign", kYes},
    {"register", kYes}, {"edit-registration", kYes}, {"withdraw-registration", kYes}, {"hand-in-registrations", kBarrier},
    {"edit-initiative", kYes}, {"remove-initiative", kYes}, {"recognise-initiatives", kYes},
    {"record-year", kYes}, {"record-years", kYes}, {"nominate", kYes}, {"add-nomination", kYes}, {"withdraw-nomination", kYes},
    {"refresh-verdicts", kYes}, {"override-verdict", kYes},
    {"draft-council", kYes}, {"edit-council", kYes}, {"remove-council", kYes}, {"establish-council", kBarrier},
    {"create-meeting", kYes}, {"edit-meeting", kYes}, {"remove-meeting", kYes}, {"record-attendance", kYes},
    {"record-tallies", kYes}, {"close-meeting", kBarrier},
    {"draft-decision", kYes}, {"edit-decision", kYes}, {"remove-decision", kYes}, {"issue-decision", kBarrier},
    {"draft-submission", kYes}, {"edit-submission", kYes}, {"remove-submission", kYes}, {"issue-submission", kBarrier},
    {"record-outcome", kYes},
    {"add-regulation", kYes}, {"edit-regulation", kYes}, {"remove-regulation", kYes}, {"take-rule-pack", kYes}, {"drop-rule-pack", kYes},
}};

}

std::string_view toCode(Op op)
{
    return kOps[static_cast<std::size_t>(op)].code;
}

std::optional<Op> opFromCode(std::string_view code)
{
    for (std::size_t i = 0; i < kOps.size(); ++i)
        if (kOps[i].code == code)
            return static_cast<Op>(i);
    return std::nullopt;
}

bool isUndoable(Op op)
{
    return kOps[static_cast<std::size_t>(op)].undoable;
}

}
