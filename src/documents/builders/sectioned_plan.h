// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/plan.h"

namespace thidua::documents {

/// A section as its author numbered it: "I." and "A." print as section heads, "1." as headings, the rest as text.
struct NumberedSection {
    std::string numbering;                ///< "I.", "2.", "2.1.", "a)"; may be empty
    std::string heading;
    std::vector<std::string> paragraphs;
    bool targetsHere = false;             ///< the table of targets follows
    bool tasksHere = false;               ///< the table of tasks follows
};

/// A line of “Tổ chức thực hiện”.
struct TaskRow {
    std::string text;
    std::string doer;
    std::string deadline;
    std::string remark;                   ///< “Trọng tâm; việc khó”
};

/// Kế hoạch (papers §2.1) whose sections keep the numbering they were written with.
struct SectionedPlanView {
    PaperView paper;
    std::vector<std::string> subject;
    std::vector<std::string> basis;
    std::vector<NumberedSection> sections;
    std::vector<TargetGroup> targets;
    std::vector<TaskRow> tasks{};
    std::string replaces{};               ///< “Kế hoạch số 21/KH-THMĐ ngày …”, when it takes that one's place
};
Document sectionedPlan(const SectionedPlanView& view, const Template& words = shippedTemplate("plan"));

}
