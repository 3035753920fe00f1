// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/sheet_text.h"

#include "base/code_points.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace thidua::services {
namespace {

/// What a column's texts are written in, as far as they say it by themselves.
struct ColumnLetters {
    std::map<OldEncoding, int> old;
    int unicode = 0;
    std::optional<OldEncoding> among() const
    {
        const auto most = std::ranges::max_element(old, {}, [](const auto& one) { return one.second; });
        // One Unicode cell may be the heading.
        return most != old.end() && most->second > 2 && unicode <= 1 ? std::optional(most->first) : std::nullopt;
    }
};

bool isSurelyUnicode(const std::string& text)
{
    return std::ranges::any_of(codePoints(text), [](char32_t point) { return point > 0xFF && point < 0x2000; });
}

bool isAscii(const std::string& text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr std::size_t kHeadingRows = 40; ///< within which headings begin

/// Whether “Ngày”, “Tháng”, “Năm” stand there side by side, as forms split a birth date.
bool splitsDay(const std::vector<std::string>& cells, std::size_t column)
{
    return column + 2 < cells.size() && lower(cells[column]) == "ngày" && lower(cells[column + 1]) == "tháng" && lower(cells[column + 2]) == "năm";
}

std::string joined(const std::vector<std::string>& cells, std::size_t column)
{
    std::string day;
    for (auto part = column; part < std::min(cells.size(), column + 3); ++part)
        if (!cells[part].empty())
            day += (day.empty() ? "" : "/") + cells[part];
    return day;
}

/// A day that three columns hold is one text in the first of them, under the words that stand over the three.
void joinSplitDays(std::vector<std::vector<std::string>>& lines)
{
    for (std::size_t heading = 0; heading < std::min(lines.size(), kHeadingRows); ++heading)
        for (std::size_t column = 0; column < lines[heading].size(); ++column) {
            if (!splitsDay(lines[heading], column))
                continue;
            const bool named = heading > 0 && column < lines[heading - 1].size() && !lines[heading - 1][column].empty();
            lines[heading][column] = named ? lines[heading - 1][column] : "Ngày, tháng, năm sinh";
            for (auto line = heading; line < lines.size(); ++line) {
                if (line > heading && column < lines[line].size())
                    lines[line][column] = joined(lines[line], column);
                for (auto part = column + 1; part < std::min(lines[line].size(), column + 3); ++part)
                    lines[line][part].clear();
            }
        }
}

}

SheetText tidySheet(const std::vector<std::vector<std::string>>& raw, bool convertOld)
{
    std::vector<ColumnLetters> columns;
    std::unordered_map<std::string, std::optional<OldEncoding>> seen; // the same few words fill whole columns
    const auto encodingOf = [&seen](const std::string& cell) {
        const auto found = seen.find(cell);
        return found != seen.end() ? found->second : seen.emplace(cell, oldEncodingOf(cell)).first->second;
    };
    for (const auto& cells : raw) {
        columns.resize(std::max(columns.size(), cells.size()));
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (isAscii(cells[column]))
                continue;
            if (isSurelyUnicode(cells[column]))
                ++columns[column].unicode;
            else if (const auto found = encodingOf(cells[column]))
                ++columns[column].old[*found];
        }
    }
    SheetText text;
    text.lines.reserve(raw.size());
    for (std::size_t line = 0; line < raw.size(); ++line) {
        auto& tidy = text.lines.emplace_back();
        tidy.reserve(raw[line].size());
        for (std::size_t column = 0; column < raw[line].size(); ++column) {
            const auto& cell = raw[line][column];
            const auto found = isAscii(cell) || columns[column].old.empty() ? std::nullopt : oldEncodingOf(cell, columns[column].among());
            tidy.push_back(normalised(found && convertOld ? fromOldEncoding(cell, *found) : cell));
            if (!found)
                continue;
            text.old.insert({line, column});
            if (!text.encoding) {
                text.encoding = found;
                text.example = normalised(cell);
                text.meant = normalised(fromOldEncoding(cell, *found));
            }
        }
    }
    joinSplitDays(text.lines);
    return text;
}

}
