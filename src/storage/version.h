// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace thidua::storage {

/// The program's version, written into files and shown in "Giới thiệu".
inline constexpr std::string_view kAppVersion = THIDUA_VERSION;
/// SQLite's application_id of a school file: "THDU".
inline constexpr std::int32_t kApplicationId = 0x54484455;

}
