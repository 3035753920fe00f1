// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plain_letters.h"

#include "base/code_points.h"
#include "base/vietnamese.h"

#include <array>

namespace thidua {
namespace {

constexpr char32_t kNone = 0xFFFD;

constexpr bool isPlainPoint(char32_t point)
{
    if (point < 0x80)
        return (point > 0x1F && point < 0x7F) || point == U'\n' || point == U'\r' || point == U'\t';
    if (point >= 0xC0 && point <= 0xFF)
        return point != 0xD0 && point != 0xF0 && point != 0xD7 && point != 0xF7; // eth stands for đ, and the signs are no letters
    switch (point) {
    case 0x102: case 0x103: case 0x110: case 0x111: case 0x128: case 0x129: case 0x168: case 0x169: case 0x1A0: case 0x1A1: case 0x1AF: case 0x1B0:
    case 0x2013: case 0x2014: case 0x2018: case 0x2019: case 0x201C: case 0x201D: case 0x2026: return true;
    default: return point >= 0x1EA0 && point <= 0x1EF9;
    }
}

/// The character at `at`, which moves behind it; kNone for what is not the shortest UTF-8 of up to three bytes.
char32_t nextPoint(std::string_view text, std::size_t& at)
{
    const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return static_cast<char32_t>(text[at++]);
    if ((lead & 0xE0U) == 0xC0U && follows(at + 1)) {
        at += 2;
        return lead < 0xC2 ? kNone : static_cast<char32_t>((lead & 0x1FU) << 6U | (byte(at - 1) & 0x3FU));
    }
    if ((lead & 0xF0U) == 0xE0U && follows(at + 1) && follows(at + 2)) {
        at += 3;
        const char32_t point = (lead & 0x0FU) << 12U | (byte(at - 2) & 0x3FU) << 6U | (byte(at - 1) & 0x3FU);
        return point < 0x800 ? kNone : point;
    }
    return kNone;
}

constexpr std::size_t kLatin = 0x200;       ///< below it each character has its own place in the table
constexpr char32_t kTonedFirst = 0x1EA0;    ///< then the Vietnamese letters with tones
constexpr std::size_t kTable = kLatin + 0x60;

std::size_t placeOf(char32_t point)
{
    return point < kLatin ? point : kLatin + (point - kTonedFirst);
}

using Table = std::array<std::u32string, kTable>;

/// By the library's own rules, once.
Table madeTable()
{
    Table table;
    for (const auto& [first, last] : {std::pair<char32_t, char32_t>{0x20, kLatin - 1}, {kTonedFirst, 0x1EF9}})
        for (char32_t point = first; point <= last; ++point)
            if (isPlainPoint(point))
                table[placeOf(point)] = decomposedPoints(lower(utf8Of({&point, 1})));
    return table;
}

}

bool isPlain(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();)
        if (!isPlainPoint(nextPoint(text, at)))
            return false;
    return true;
}

std::u32string plainLowerPoints(std::string_view plain)
{
    static const Table table = madeTable();
    std::u32string points;
    points.reserve(plain.size() + plain.size() / 2);
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t point = nextPoint(plain, at);
        if (point < U' ' || (point >= 0x2000 && point < 0x3000))
            points += point;
        else
            points += table[placeOf(point)];
    }
    return points;
}

}
