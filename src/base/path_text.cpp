// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/path_text.h"

namespace thidua {

std::filesystem::path pathFrom(std::string_view utf8)
{
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

std::string pathText(const std::filesystem::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

}
