// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cell_values.h"

#include "base/date.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace thidua::sheets {
namespace {

std::optional<double> number(std::string_view raw)
{
    double value = 0;
    const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    if (raw.empty() || error != std::errc{} || end != raw.data() + raw.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

}

NumberLook builtInLook(int id)
{
    // Times of day alone (18–21, 45–47) are numbers here.
    const bool date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return {date, 0};
}

NumberLook lookOf(std::string_view format)
{
    NumberLook look;
    bool onlyZeros = !format.empty();
    for (std::size_t at = 0; at < format.size(); ++at) {
        const char c = format[at];
        onlyZeros = onlyZeros && c == '0';
        if (c == '"' || c == '[') {
            const auto end = format.find(c == '"' ? '"' : ']', at + 1);
            at = end == std::string_view::npos ? format.size() : end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == ';') {
            break; // what follows is for negative numbers and text
        } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
            look.date = true;
        }
    }
    look.zeros = onlyZeros && format.size() > 1 && format.size() <= 30 ? static_cast<int>(format.size()) : 0;
    return look;
}

std::string numberText(std::string_view raw, int zeros)
{
    const auto value = number(raw);
    if (!value)
        return std::string(raw);
    std::array<char, 64> text{}; // not printf's way: that one writes a comma where the machine speaks Vietnamese
    const bool isWhole = std::abs(*value) < 1e15 && *value == std::trunc(*value);
    const double shown = *value == 0 ? 0.0 : *value;
    const auto [end, error] = isWhole ? std::to_chars(text.data(), text.data() + text.size(), shown, std::chars_format::fixed, 0)
                                      : std::to_chars(text.data(), text.data() + text.size(), shown, std::chars_format::general, 15);
    std::string out(text.data(), end);
    if (isWhole && shown >= 0 && static_cast<int>(out.size()) < zeros)
        out.insert(0, static_cast<std::size_t>(zeros) - out.size(), '0');
    return out;
}

std::string dayText(std::string_view raw, bool from1904)
{
    constexpr double kLast = 2'958'465; // 31/12/9999
    const auto value = number(raw);
    if (!value || *value < 1 || *value > kLast)
        return {};
    int day = static_cast<int>(*value);
    if (from1904)
        day += 1462;
    else if (day < 60)
        ++day; // Excel takes 1900 for a leap year, whose 29 February is its day 60.
    return Date(1899, 12, 30).plusDays(day).vn();
}

std::string dayOfIso(std::string_view iso)
{
    const auto day = Date::fromIso(iso.substr(0, 10));
    return day ? day->vn() : std::string();
}

}
