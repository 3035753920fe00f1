// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_limit.h"

#include "base/code_points.h"

#include <algorithm>

namespace thidua::storage {

std::string within(std::size_t most, std::string text)
{
    constexpr std::size_t kShown = 40;
    if (text.size() <= most)
        return text;
    auto points = codePoints(text);
    if (points.size() <= most)
        return text;
    points.resize(kShown);
    std::replace(points.begin(), points.end(), U'\n', U' ');
    throw TextTooLong(utf8Of(points) + "…", most);
}

}
