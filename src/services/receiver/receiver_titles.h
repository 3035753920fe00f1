// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/receiver/receiver_layout.h"

/// What stands over the table of a form with dots to be written on. For services' .cpp files alone.
namespace thidua::services {

/// “NĂM HỌC 20… – 20…”, “Đơn vị: ……”: the text with the year and the school in it; as it was where it asks for neither.
std::string withTitleFilled(const std::string& text, SchoolYear year, const std::string& school);

}
