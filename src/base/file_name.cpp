// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_name.h"

#include "base/code_points.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <array>

namespace thidua {
namespace {

constexpr std::size_t kMostBytes = 200; // most disks take 255, and something may be put in front or behind
constexpr std::size_t kLongestEnding = 10;

bool isForbidden(char32_t point)
{
    return point < 0x20 || point == 0x7F || std::u32string_view(U"<>:\"/\\|?*").find(point) != std::u32string_view::npos;
}

/// Devices of Windows, whatever stands behind the first dot.
bool isDevice(std::string_view stem)
{
    auto name = lower(stem.substr(0, stem.find('.')));
    while (!name.empty() && name.back() == ' ')
        name.pop_back();
    static constexpr std::array<std::string_view, 6> kDevices = {"con", "prn", "aux", "nul", "conin$", "conout$"};
    if (std::ranges::find(kDevices, name) != kDevices.end())
        return true;
    const auto number = std::string_view(name).substr(std::min<std::size_t>(3, name.size()));
    static constexpr std::array<std::string_view, 3> kRaised = {"¹", "²", "³"};
    return (name.starts_with("com") || name.starts_with("lpt"))
        && ((number.size() == 1 && number[0] >= '0' && number[0] <= '9') || std::ranges::find(kRaised, number) != kRaised.end());
}

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.pop_back();
    text.erase(0, text.find_first_not_of(" ."));
    return text;
}

}

std::string safeFileName(std::string_view wished)
{
    std::string name;
    for (const char32_t point : codePoints(wished))
        appendPoint(name, isForbidden(point) ? U'-' : point);
    const auto dot = name.rfind('.');
    std::string ending;
    if (dot != std::string::npos && name.size() - dot <= kLongestEnding && name.size() - dot > 1 && name.find(' ', dot) == std::string::npos) {
        ending = name.substr(dot);
        name.resize(dot);
    }
    std::string stem;
    for (const char32_t point : codePoints(trimmed(name))) {
        std::string letter;
        appendPoint(letter, point);
        if (stem.size() + letter.size() + ending.size() > kMostBytes)
            break;
        stem += letter;
    }
    stem = trimmed(stem);
    if (stem.empty())
        stem = "Tệp";
    return (isDevice(stem) ? "_" : "") + stem + ending;
}

}
