// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

/// Thư khen.
struct LetterView {
    PaperView paper;
    std::string authority;             ///< “Hiệu trưởng Trường Tiểu học Măng Đen”
    std::string name, post;
    std::string title;                 ///< what for
    std::vector<std::string> body;
};
Document letter(const LetterView& view, const Template& words = shippedTemplate("letter"));

}
