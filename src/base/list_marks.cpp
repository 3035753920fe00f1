// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/list_marks.h"

#include <array>
#include <utility>

namespace thidua {

std::string itemLetter(std::size_t index)
{
    static constexpr std::array<std::string_view, 23> kLetters{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                                               "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};
    return std::string(kLetters[index % kLetters.size()]);
}

std::string roman(std::size_t number)
{
    static constexpr std::array<std::pair<std::size_t, std::string_view>, 9> kSteps{
        {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string text;
    for (const auto& [value, letters] : kSteps)
        for (; number >= value; number -= value)
            text += letters;
    return text;
}

std::optional<int> romanValue(std::string_view letters)
{
    constexpr std::string_view kLetters = "ivxlc";
    constexpr std::array kValues{1, 5, 10, 50, 100};
    int value = 0;
    int next = 0;
    for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) {
        const auto place = kLetters.find(*letter);
        if (place == std::string_view::npos)
            return std::nullopt;
        const int own = kValues[place];
        value += own < next ? -own : own;
        next = own;
    }
    return value > 0 ? std::optional(value) : std::nullopt;
}

}
