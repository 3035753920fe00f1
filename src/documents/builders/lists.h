// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

struct StaffAwardRow {
    std::string name;
    std::string position;  ///< empty for collectives: “–”
    std::string award;     ///< “Lao động tiên tiến”
    std::string decision;  ///< “Số 1021/QĐ-UBND ngày 15/6/2022, UBND huyện Kon Plông”; empty: “–”
    std::string note;
};

/// People (or collectives) of one title, already sorted.
struct StaffAwardGroup {
    std::string title;
    std::vector<StaffAwardRow> rows;
};

/// Danh sách cán bộ, giáo viên, nhân viên đạt danh hiệu (papers §0, in the frame of §2.6, landscape).
struct StaffAwardListView {
    IssuerView issuer;
    SchoolYear year;
    std::optional<Date> date;
    std::vector<ReferenceView> references;  ///< the decisions it follows; may be empty
    std::vector<StaffAwardGroup> collectives;
    std::vector<StaffAwardGroup> persons;
    SignerView compiler;
    SignerView signer;
};
Document staffAwardList(const StaffAwardListView& view, const Template& words = shippedTemplate("award-list"));

struct NominationRow {
    std::string name;
    std::string position;
    std::string honour;
    std::string verdict;                ///< “Đủ điều kiện”, “Chưa đủ điều kiện”, “Chưa kết luận”
    std::vector<std::string> missing;   ///< one condition a line; empty: “–”
    bool collective = false;
    bool turnedDown = false;            ///< by the council: `verdict` is its result, set in bold
};
struct NominationGroup {
    std::string title;
    std::vector<NominationRow> rows;
};

/// Danh sách đề nghị xét tặng, landscape, in the frame of §2.6: what goes to the council.
struct NominationListView {
    IssuerView issuer;
    SchoolYear year;
    std::optional<Date> date;
    std::vector<NominationGroup> groups;
    std::string note;
    SignerView compiler;
    SignerView signer;
};
Document nominationList(const NominationListView& view, const Template& words = shippedTemplate("nomination-list"));

}
