// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/line_fit.h"

#include "base/code_points.h"
#include "base/text_util.h"
#include "documents/compose.h"
#include "documents/measures.h"

#include <algorithm>
#include <array>

namespace thidua::documents {
namespace {

constexpr std::string_view kHardSpace = "\u00A0";
constexpr double kSlack = 0.01;

/// Advance widths of U+0020 … U+007E in thousandths of the type size.
using Widths = std::array<int, 95>;
constexpr Widths kRegular{250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
                          500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
                          556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
                          500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};
constexpr Widths kBold{250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
                       500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
                       611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500,
                       556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520};

struct Further {
    char32_t point;
    int regular;
    int bold;
};
constexpr std::array<Further, 10> kFurther{{{U'\u00A0', 250, 250}, {U'đ', 500, 556}, {U'Đ', 722, 722}, {U'–', 500, 500}, {U'—', 1000, 1000},
                                            {U'…', 1000, 1000}, {U'“', 444, 500}, {U'”', 444, 500}, {U'‘', 333, 333}, {U'’', 333, 333}}};
constexpr char32_t kHorn = U'\u031B';
constexpr int kHornWidth = 45; ///< by which ơ and ư are wider than o and u
constexpr int kUsual = 600;

bool isMark(char32_t point)
{
    return point >= 0x300 && point < 0x370;
}

int widthOf(char32_t point, bool bold)
{
    if (isMark(point))
        return point == kHorn ? kHornWidth : 0;
    if (point >= 0x20 && point < 0x7F)
        return (bold ? kBold : kRegular)[point - 0x20];
    const auto found = std::ranges::find(kFurther, point, &Further::point);
    return found == kFurther.end() ? kUsual : bold ? found->bold : found->regular;
}

std::string softened(std::string word)
{
    for (auto at = word.find(kHardSpace); at != std::string::npos; at = word.find(kHardSpace, at))
        word.replace(at, kHardSpace.size(), " ");
    return word;
}

/// What stands between two places where a line may end; bound words that are wider than a line are set free.
std::vector<std::string> wordsOf(std::string_view text, double mm, double pt, bool bold)
{
    std::vector<std::string> words;
    for (auto& word : split(text, ' ')) {
        if (word.find(kHardSpace) == std::string::npos || textWidth(word, pt, bold) <= mm)
            words.push_back(std::move(word));
        else
            for (auto& free : split(softened(word), ' '))
                words.push_back(std::move(free));
    }
    return words;
}

}

double textWidth(std::string_view text, double pt, bool bold)
{
    int thousandths = 0;
    for (const auto point : decomposedPoints(text))
        thousandths += widthOf(point, bold);
    return thousandths / 1000.0 * pt * measures::kPointMm;
}

double widest(const std::vector<std::string>& lines, double pt, bool bold)
{
    double width = 0;
    for (const auto& line : lines)
        width = std::max(width, textWidth(line, pt, bold));
    return width;
}

std::vector<std::string> brokenLines(std::string_view text, double mm, double pt, bool bold)
{
    std::vector<std::string> lines;
    const double space = textWidth(" ", pt, bold);
    for (const auto& paragraph : split(text, '\n')) {
        lines.emplace_back();
        double used = 0;
        for (const auto& word : wordsOf(paragraph, mm, pt, bold)) {
            const double width = textWidth(word, pt, bold);
            if (!lines.back().empty() && used + space + width > mm + kSlack) {
                lines.emplace_back();
                used = 0;
            }
            used += (lines.back().empty() ? 0 : space) + width;
            lines.back() += (lines.back().empty() ? "" : " ") + word;
        }
    }
    return lines;
}

bool makesHoles(std::string_view text, double mm, double indent, double pt)
{
    const double space = textWidth(" ", pt, false);
    for (const auto& paragraph : split(text, '\n')) {
        double room = mm - indent;
        double used = 0;
        int gaps = -1;
        for (const auto& word : wordsOf(paragraph, mm, pt, false)) {
            const double width = textWidth(word, pt, false);
            const double before = gaps < 0 ? 0 : space;
            if (gaps >= 0 && used + before + width > room + kSlack) {
                if (room - used > kMostStretch * space * std::max(gaps, 1))
                    return true;
                room = mm;
                used = width;
                gaps = 0;
                continue;
            }
            used += before + width;
            ++gaps;
        }
        indent = 0;
    }
    return false;
}

std::vector<std::string> balancedLines(std::string_view text, double mm, double pt, bool bold)
{
    auto lines = brokenLines(text, mm, pt, bold);
    const auto count = lines.size();
    constexpr double kStep = 2;
    // A name in quotation marks begins a line of its own where that costs none.
    constexpr std::string_view kBeforeName = " \xE2\x80\x9C";
    if (const auto name = text.find(kBeforeName); count > 1 && name != std::string_view::npos && name > 0) {
        auto parted = balancedLines(text.substr(0, name), mm, pt, bold);
        auto named = balancedLines(text.substr(name + 1), mm, pt, bold);
        if (parted.size() + named.size() == count) {
            std::ranges::move(named, std::back_inserter(parted));
            return parted;
        }
    }
    if (count > 1 && text.find('\n') == std::string_view::npos)
        for (double width = textWidth(text, pt, bold) / static_cast<double>(count); width < mm; width += kStep)
            if (auto narrower = brokenLines(text, width, pt, bold); narrower.size() == count && widest(narrower, pt, bold) <= width + kSlack) {
                lines = std::move(narrower);
                break;
            }
    for (auto& line : lines)
        line = softened(std::move(line));
    return lines;
}

std::vector<std::string> balancedLines(const std::vector<std::string>& texts, double mm, double pt, bool bold)
{
    std::vector<std::string> all;
    for (const auto& text : texts)
        for (auto& line : balancedLines(text, mm, pt, bold))
            all.push_back(std::move(line));
    return all;
}

std::string boundNames(std::string_view text, double mm, double pt, bool bold)
{
    std::vector<std::string> paragraphs;
    for (const auto& paragraph : split(text, '\n')) {
        auto words = split(gluedNames(paragraph), ' ');
        for (auto& word : words)
            if (textWidth(word, pt, bold) > mm)
                word = softened(std::move(word));
        paragraphs.push_back(join(words, " "));
    }
    return join(paragraphs, "\n");
}

}
