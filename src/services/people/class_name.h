// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace thidua::services {

/// “Lớp 2A” is 2A.
std::string className(std::string text);
/// The grade that a class's name begins with, or that is written by itself; none where there is none.
std::optional<int> gradeOf(const std::string& text);
/// What the class is called a year later: 2A is 3A, 9/1 is 10/1. Empty when the name does not tell its grade.
std::string classAYearLater(const std::string& name);

}
