// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_util.h"

#include <array>
#include <random>

namespace thidua {

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string text;
    bool first = true;
    for (const auto& part : parts) {
        if (!first)
            text += separator;
        first = false;
        text += part;
    }
    return text;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    if (text.empty())
        return parts;
    for (std::size_t from = 0;;) {
        const auto at = text.find(separator, from);
        parts.emplace_back(text.substr(from, at == std::string_view::npos ? at : at - from));
        if (at == std::string_view::npos)
            return parts;
        from = at + 1;
    }
}

std::string twoFigures(long long number)
{
    return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
}

std::string withThousands(long long number)
{
    auto figures = std::to_string(number);
    const std::ptrdiff_t sign = number < 0 ? 1 : 0;
    for (auto at = static_cast<std::ptrdiff_t>(figures.size()) - 3; at > sign; at -= 3)
        figures.insert(static_cast<std::size_t>(at), ".");
    return figures;
}

std::string newUid()
{
    static std::mt19937_64 engine{std::random_device{}()};
    static constexpr std::string_view kHex = "0123456789abcdef";
    std::string uid = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    for (char& c : uid) {
        if (c == 'x')
            c = kHex[engine() % 16];
        else if (c == 'y')
            c = kHex[8 + engine() % 4];
    }
    return uid;
}

}
