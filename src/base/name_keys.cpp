// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/name_keys.h"

#include "base/code_points.h"
#include "base/vietnamese.h"

namespace thidua {
namespace {

bool isDash(char32_t point) { return point == U'-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2212; }

}

std::string nameKey(std::string_view name)
{
    return lower(normalised(name));
}

std::string likeNameKey(std::string_view name)
{
    return sortKey(name);
}

std::string unitKey(std::string_view name)
{
    std::u32string out;
    bool afterDash = false;
    for (const char32_t point : codePoints(nameKey(name))) {
        if (isDash(point)) {
            while (!out.empty() && out.back() == U' ')
                out.pop_back();
            out += U'-';
        } else if (point != U' ' || !afterDash) {
            out += point;
        }
        afterDash = isDash(point) || (afterDash && point == U' ');
    }
    return utf8Of(out);
}

bool isAllCapitals(std::string_view text)
{
    const auto whole = normalised(text);
    return upper(whole) == whole && lower(whole) != whole;
}

std::string inNameCase(std::string_view name)
{
    const auto whole = normalised(name);
    const bool small = lower(whole) == whole;
    if (!small && !isAllCapitals(whole))
        return whole;
    std::string out, word;
    const auto close = [&] {
        out += capitalised(word);
        word.clear();
    };
    for (const char32_t point : codePoints(lower(whole))) {
        appendPoint(word, point);
        if (point == U' ' || point == U'-' || point == U'\'' || point == 0x2019)
            close();
    }
    close();
    return out;
}

}
