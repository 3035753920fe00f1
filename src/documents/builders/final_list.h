// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "documents/builders/paper.h"

namespace thidua::documents {

struct FinalRow {
    std::string name, position, votes, result, note;
    bool out = false;                  ///< on the list no more
    bool passed = true;
};
struct FinalGroup {
    std::string title;
    std::vector<FinalRow> rows;
};
/// Danh sách sau công khai: what the council passed, as it stands once the results were shown.
struct FinalListView {
    IssuerView issuer;
    SchoolYear year;
    std::string meeting;
    std::optional<Date> date;
    std::string shown;                 ///< where and how long, what came of it
    std::vector<FinalGroup> groups;
    std::vector<std::string> changes;  ///< each a sentence with its reason
    SignerView secretary, chair;
};
Document finalList(const FinalListView& view, const Template& words = shippedTemplate("final-list"));

}
