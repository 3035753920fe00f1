// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

struct TargetRow {
    std::string text;   ///< “Danh hiệu “Lao động tiên tiến””
    std::string unit;   ///< “Người”
    std::string target; ///< “24/32”, “04”
    std::optional<Decimal> percent;
};
struct TargetGroup {
    std::string title;  ///< “Về cá nhân”
    std::vector<TargetRow> rows;
};

/// `1. Mục đích` and its items a), b) … (a lone one has no letter); `paragraphs` stand without a letter; a target table may follow.
struct PlanHeading {
    std::string heading;  ///< empty: the items stand right below the section
    std::vector<std::string> items;
    std::vector<std::string> paragraphs;
    std::vector<TargetGroup> targets;
};
struct PlanSection {
    std::string title;  ///< `MỤC ĐÍCH, YÊU CẦU`, set in capitals, numbered I., II.
    std::vector<PlanHeading> headings;
};

/// Kế hoạch (papers §2.1).
struct PlanView {
    PaperView paper;
    std::vector<std::string> subject;
    std::vector<std::string> basis;
    std::string opening;   ///< “… xây dựng Kế hoạch … như sau:”
    std::vector<PlanSection> sections;
    std::string closing;   ///< “./.” is added
    bool basisMayLack = false;  ///< without one the part is left out; else it is a gap
};
Document plan(const PlanView& view, const Template& words = shippedTemplate("plan"));

}
