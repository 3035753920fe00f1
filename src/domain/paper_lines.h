// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Where a list is kept, or edited, as one text with a line for each: the only place that joins and splits it. Each kind of line has its
/// `lineOf` and `fromLine`.
namespace thidua::domain {

inline const std::string& lineOf(const std::string& line) { return line; }
inline void fromLine(const std::string& line, std::string& out) { out = line; }

/// The lines of a text that say something, tidied.
std::vector<std::string> linesOf(std::string_view text);
std::string joinLines(const std::vector<std::string>& lines);

template <class Line>
std::vector<std::string> linesOf(const std::vector<Line>& list)
{
    std::vector<std::string> lines;
    for (const auto& line : list)
        lines.emplace_back(lineOf(line));
    return lines;
}

template <class Line>
std::string joinedLines(const std::vector<Line>& list)
{
    return joinLines(linesOf(list));
}

template <class Line>
void splitLines(std::string_view text, std::vector<Line>& list)
{
    list.clear();
    for (const auto& line : linesOf(text))
        fromLine(line, list.emplace_back());
}

}
