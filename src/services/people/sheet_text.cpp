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
    return text;
}

}
