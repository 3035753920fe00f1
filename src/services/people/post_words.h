// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/position.h"

#include <string>

namespace thidua::services {

/// A post as lists write it, read.
struct ReadPost {
    std::string title;                             ///< in full words: “GV kiêm TV” is “Giáo viên kiêm thư viện”
    domain::Position position = domain::Position::Teacher;
    bool titleGuessed = false;                     ///< short forms were written out
    bool positionGuessed = false;                  ///< nothing says the position to the letter
};

ReadPost readPost(const std::string& post);
/// The code of the gender that “nữ”, “Nữ”, “bà”, “F” name; empty for other words.
std::string genderCode(const std::string& text);
/// Whether the words name a post or a kind of work in a school.
bool namesPost(const std::string& text);

}
