// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace thidua::domain {

/// The stable ASCII codes of an enum, in the order of its members, and `name`, the group of its labels in src/text
/// ("position" → "position.teacher"). Codes stand in the file, in JSON and in rules; words never do.
template <class E>
struct EnumCodes;

template <class E>
concept CodedEnum = requires { EnumCodes<E>::codes; };

template <CodedEnum E>
constexpr std::string_view toCode(E value)
{
    return EnumCodes<E>::codes[static_cast<std::size_t>(value)];
}

template <CodedEnum E>
constexpr std::optional<E> fromCode(std::string_view code)
{
    const auto& codes = EnumCodes<E>::codes;
    const auto found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end())
        return std::nullopt;
    return static_cast<E>(found - codes.begin());
}

#define TD_ENUM_CODES(type, label, ...)                                                                                              \
    template <>                                                                                                                      \
    struct EnumCodes<type> {                                                                                                         \
        static constexpr std::string_view name = label;                                                                              \
        static constexpr auto codes = std::to_array<std::string_view>({__VA_ARGS__});                                                \
    };

}
