// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

/// One heading `1.` of the request with its items a), b) …; `remark` follows in brackets and italics.
struct RequestView {
    std::string heading;
    std::vector<std::string> items;
    std::string remark;
};

/// Titles carries “Tên sáng kiến, ghi chú”, Rewards “Tóm tắt thành tích” in its last column.
enum class AppendixKind { Titles, Rewards };

struct SubmissionRow {
    std::string name;
    std::string position;  ///< empty for collectives: “–”
    int yes = 0;
    int members = 0;       ///< of the council
    std::string detail;    ///< initiative or achievements
};
struct SubmissionGroup {
    std::string title;
    std::vector<SubmissionRow> rows;
};
struct SubmissionAppendix {
    AppendixKind kind = AppendixKind::Titles;
    std::vector<std::string> title;  ///< lines, set in capitals
    std::vector<SubmissionGroup> groups;
    std::string total;               ///< “01 tập thể; 04 Chiến sĩ thi đua cơ sở; 28 Lao động tiên tiến”
};

/// Tờ trình with its lists (papers §2.4).
struct SubmissionView {
    PaperView paper;
    std::vector<std::string> subject;     ///< lines, the first one begins “Về việc”
    std::vector<std::string> addressees;
    std::vector<std::string> basis;
    std::vector<std::string> opening;
    std::vector<RequestView> requests;
    std::vector<std::string> remarks;     ///< what the body above must know beside them: more than the rules allow, and why
    std::vector<std::string> enclosures;  ///< Hồ sơ kèm theo
    std::string closing;                  ///< “./.” is added
    std::vector<SubmissionAppendix> appendices;
};
Document submission(const SubmissionView& view, const Template& words = shippedTemplate("submission"));

}
