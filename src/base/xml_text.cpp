// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml_text.h"

#include "base/code_points.h"

#include <algorithm>
#include <charconv>

namespace thidua {
namespace {

bool isXmlPoint(char32_t point)
{
    return point == U'\t' || point == U'\n' || point == U'\r' || (point >= 0x20 && point < 0xD800) || (point >= 0xE000 && point < 0xFFFE)
        || (point >= 0x10000 && point <= 0x10FFFF);
}

bool endsLine(char32_t point)
{
    return point == U'\v' || point == U'\f' || point == U'\r';
}

/// The number of a reference such as `&#11;` or `&#x0b;`, which begins behind the `#`; a reference to nothing for what is no number.
char32_t referred(std::string_view text)
{
    const bool hex = !text.empty() && (text.front() == 'x' || text.front() == 'X');
    if (hex)
        text.remove_prefix(1);
    unsigned long number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number, hex ? 16 : 10);
    return read.ec == std::errc() && number <= 0x10FFFF ? static_cast<char32_t>(number) : U'\0';
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}

std::string xmlText(std::string_view text)
{
    if (std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; }))
        return std::string(text);
    std::u32string out;
    char32_t before = 0;
    for (const char32_t point : codePoints(text)) {
        if (endsLine(point))
            out += U'\n';
        else if (isXmlPoint(point) && !(point == U'\n' && before == U'\r'))
            out += point;
        before = point;
    }
    return utf8Of(out);
}

bool hasNonXml(std::string_view xml)
{
    for (std::size_t i = 0; i < xml.size(); ++i) {
        const auto c = static_cast<unsigned char>(xml[i]);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
            return true;
        if (c == 0xEF && (xml.substr(i).starts_with("\xEF\xBF\xBE") || xml.substr(i).starts_with("\xEF\xBF\xBF")))
            return true;
        if (c == '&' && i + 1 < xml.size() && xml[i + 1] == '#' && !isXmlPoint(referred(xml.substr(i + 2, 10))))
            return true;
    }
    return false;
}

std::string cellLetters(const std::string& text)
{
    std::string out;
    const std::string clean = xmlText(text);
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const auto ahead = std::string_view(clean).substr(i, 7);
        const bool escape
            = ahead.size() == 7 && ahead.starts_with("_x") && ahead.back() == '_' && std::all_of(ahead.begin() + 2, ahead.end() - 1, isHex);
        out += escape ? "_x005F_" : std::string(1, clean[i]);
    }
    return out;
}

}
