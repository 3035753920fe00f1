// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace thidua {

/// UTF-8 text to path and back, the same on every system: what Windows calls `string()` is another encoding. What libraries are told as the
/// name of a file is pathText(), too.
std::filesystem::path pathFrom(std::string_view utf8);
std::string pathText(const std::filesystem::path& path);

}
