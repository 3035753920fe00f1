// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

/// Đính chính (a letter, NĐ 30/2020 Mẫu 1.5) or a notice that takes a paper back. A decision that does so is built like every decision.
struct CorrectionView {
    PaperView paper;
    std::vector<std::string> subject;     ///< “V/v đính chính Quyết định số 34/QĐ-THMĐ”
    bool letter = true;                   ///< without the name of a kind; the subject stands below the number
    std::vector<std::string> addressees;  ///< of a letter
    std::string opening;
    std::vector<std::string> items;       ///< what is put right, one by one
    std::vector<std::string> closing;     ///< “./.” is added to the last
};
Document correction(const CorrectionView& view, const Template& words = shippedTemplate("correction"));

}
