// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/look_alikes.h"

#include "base/code_points.h"
#include "base/plain_letters.h"

#include <algorithm>
#include <array>
#include <utf8proc.h>

namespace thidua {
namespace {

struct LookAlike {
    char32_t seen, meant;
};

/// Never Vietnamese, whatever stands beside them.
constexpr std::array kAlways = {
    LookAlike{0x00D0, 0x0110}, LookAlike{0x0189, 0x0110}, LookAlike{0x00F0, 0x0111}, LookAlike{0x0256, 0x0111}, LookAlike{0x0131, U'i'},
    LookAlike{0x2010, U'-'},   LookAlike{0x2011, U'-'},   LookAlike{0x001E, U'-'}, // Word's own hyphen that does not break
};

/// Letters of other scripts that look like Latin ones.
constexpr std::array kForeign = {
    LookAlike{0x0391, U'A'}, LookAlike{0x0392, U'B'}, LookAlike{0x0395, U'E'}, LookAlike{0x0396, U'Z'}, LookAlike{0x0397, U'H'}, LookAlike{0x0399, U'I'},
    LookAlike{0x039A, U'K'}, LookAlike{0x039C, U'M'}, LookAlike{0x039D, U'N'}, LookAlike{0x039F, U'O'}, LookAlike{0x03A1, U'P'}, LookAlike{0x03A4, U'T'},
    LookAlike{0x03A5, U'Y'}, LookAlike{0x03A7, U'X'}, LookAlike{0x03BF, U'o'}, LookAlike{0x0400, 0x00C8}, LookAlike{0x0405, U'S'}, LookAlike{0x0406, U'I'},
    LookAlike{0x0408, U'J'}, LookAlike{0x0410, U'A'}, LookAlike{0x0412, U'B'}, LookAlike{0x0415, U'E'}, LookAlike{0x041A, U'K'}, LookAlike{0x041C, U'M'},
    LookAlike{0x041D, U'H'}, LookAlike{0x041E, U'O'}, LookAlike{0x0420, U'P'}, LookAlike{0x0421, U'C'}, LookAlike{0x0422, U'T'}, LookAlike{0x0423, U'Y'},
    LookAlike{0x0425, U'X'}, LookAlike{0x0430, U'a'}, LookAlike{0x0435, U'e'}, LookAlike{0x043E, U'o'}, LookAlike{0x0440, U'p'}, LookAlike{0x0441, U'c'},
    LookAlike{0x0443, U'y'}, LookAlike{0x0445, U'x'}, LookAlike{0x0450, 0x00E8}, LookAlike{0x0455, U's'}, LookAlike{0x0456, U'i'}, LookAlike{0x0458, U'j'},
    LookAlike{0x04BB, U'h'}, LookAlike{0x04D0, 0x0102}, LookAlike{0x04D1, 0x0103}, LookAlike{0x0501, U'd'}, LookAlike{0x051B, U'q'}, LookAlike{0x051D, U'w'},
};

struct Span {
    char32_t first, last;
    bool holds(char32_t point) const { return point >= first && point <= last; }
};

constexpr std::array kInvisible = {Span{0x001F, 0x001F}, Span{0x00AD, 0x00AD}, Span{0x034F, 0x034F}, Span{0x061C, 0x061C}, Span{0x180E, 0x180E},
                                   Span{0x200B, 0x200F}, Span{0x202A, 0x202E}, Span{0x2060, 0x2069}, Span{0xFE00, 0xFE0F}, Span{0xFEFF, 0xFEFF},
                                   Span{0xFDD0, 0xFDEF}, Span{0xFFF9, 0xFFFC}, Span{0xFFFE, 0xFFFF}};
constexpr std::array kSpaces = {Span{0x00A0, 0x00A0}, Span{0x1680, 0x1680}, Span{0x2000, 0x200A}, Span{0x202F, 0x202F}, Span{0x205F, 0x205F}, Span{0x3000, 0x3000}};
/// Line and page ends of Word (soft return, page, column) and of Unicode.
constexpr std::array kLineEnds = {Span{0x000B, 0x000C}, Span{0x000E, 0x000E}, Span{0x0085, 0x0085}, Span{0x2028, 0x2029}};
constexpr std::array kControls = {Span{0x0000, 0x0008}, Span{0x000F, 0x001D}, Span{0x007F, 0x009F}};
/// Ligatures of PDF files, letters in mathematical dress, full-width letters, Roman numbers in one character.
constexpr std::array kDressed = {Span{0x2160, 0x217F}, Span{0xFB00, 0xFB06}, Span{0xFF01, 0xFF5E}, Span{0x1D400, 0x1D7FF}};

template <std::size_t N>
bool within(const std::array<Span, N>& spans, char32_t point)
{
    return std::ranges::any_of(spans, [point](const Span& span) { return span.holds(point); });
}

template <std::size_t N>
const LookAlike* find(const std::array<LookAlike, N>& table, char32_t point)
{
    const auto found = std::ranges::find(table, point, &LookAlike::seen);
    return found == table.end() ? nullptr : &*found;
}

void appendPlain(std::u32string& out, char32_t point)
{
    std::array<utf8proc_int32_t, 8> plain{};
    int boundary = 0;
    const auto length = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), plain.data(), static_cast<utf8proc_ssize_t>(plain.size()),
                                                static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), &boundary);
    for (utf8proc_ssize_t i = 0; i < length; ++i)
        out += static_cast<char32_t>(plain[static_cast<std::size_t>(i)]);
}

/// Each character by itself.
std::u32string plainPoints(std::string_view text)
{
    std::u32string out;
    for (const char32_t point : codePoints(text)) {
        if (point > 0x1F && point < 0x7F)
            out += point;
        else if (const auto* known = find(kAlways, point))
            out += known->meant;
        else if (within(kInvisible, point))
            continue;
        else if (within(kLineEnds, point))
            out += U'\n';
        else if (within(kSpaces, point) || within(kControls, point))
            out += U' ';
        else if (within(kDressed, point))
            appendPlain(out, point);
        else
            out += point;
    }
    return out;
}

bool isLatin(char32_t point)
{
    const char32_t lower = point | 0x20;
    return (lower >= U'a' && lower <= U'z') || (point >= 0xC0 && point <= 0x24F && point != 0xD7 && point != 0xF7) || (point >= 0x1E00 && point <= 0x1EFF);
}
bool isForeign(char32_t point) { return point >= 0x370 && point <= 0x52F; }
bool isMark(char32_t point) { return point >= 0x300 && point <= 0x36F; }

/// A word that has letters of another script in it: Latin when each of those looks like a Latin letter. Greek letters alone stay (góc Α).
void mendWord(std::u32string& points, std::size_t from, std::size_t to)
{
    bool latin = false, cyrillic = false, foreign = false;
    for (std::size_t i = from; i < to; ++i) {
        latin = latin || isLatin(points[i]);
        if (!isForeign(points[i]))
            continue;
        foreign = true;
        cyrillic = cyrillic || points[i] >= 0x400;
        if (find(kForeign, points[i]) == nullptr)
            return;
    }
    if (!foreign || (!latin && !cyrillic))
        return;
    for (std::size_t i = from; i < to; ++i)
        if (const auto* known = find(kForeign, points[i]))
            points[i] = known->meant;
}

}

std::string withRightLetters(std::string_view text)
{
    if (isPlain(text))
        return std::string(text);
    auto points = plainPoints(text);
    for (std::size_t from = 0; from < points.size();) {
        std::size_t to = from;
        while (to < points.size() && (isLatin(points[to]) || isForeign(points[to]) || isMark(points[to])))
            ++to;
        mendWord(points, from, to);
        from = to + 1;
    }
    return utf8Of(points);
}

}
