// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace thidua::documents {
struct Document;
}

namespace thidua::services {

/// A place that a paper leaves open: nothing is issued, handed in or closed with one.
struct PaperGap {
    std::string field;      ///< of the paper's own form, or of the school's: which one is empty
    std::string label;      ///< Căn cứ ban hành
    bool inSchool = false;  ///< it is filled in Thiết lập
    std::string key = "paper.gap"; ///< what is said of it beside its field, about `label`
    friend bool operator==(const PaperGap&, const PaperGap&) = default;
};

/// What the builders found missing; when that is nothing, where somebody left “[…]” in the words.
std::vector<PaperGap> gapsIn(const documents::Document& document);
/// Whether somebody left “[…]” in the words.
bool isOpenPlace(std::string_view text);
/// Refuses a paper with gaps: one field issue "paper.gap" for each.
Result<void> checkWhole(const documents::Document& document);

}
