// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What fits on a line, for writers that have no fonts: the widths of Times New Roman (and of every font made to its measure).
namespace thidua::documents {

/// In millimetres. A hard space is a space.
double textWidth(std::string_view text, double pt, bool bold);
double widest(const std::vector<std::string>& lines, double pt, bool bold);

/// Lines of at most `mm`, parted at spaces and line breaks. Hard spaces hold, unless what they bind is wider than a line.
std::vector<std::string> brokenLines(std::string_view text, double mm, double pt, bool bold);
/// The same in lines of about equal length, for centred text; once the lines stand, their hard spaces are plain ones.
std::vector<std::string> balancedLines(std::string_view text, double mm, double pt, bool bold);
std::vector<std::string> balancedLines(const std::vector<std::string>& texts, double mm, double pt, bool bold);

/// Spaces of a justified line that are wider than so many of their own width more make holes: such a line stays ragged.
inline constexpr double kMostStretch = 1.5;
/// Whether justifying the text to `mm`, its first line beginning `indent` further in, would make a line with holes: before a long word that
/// cannot be parted. Hard spaces keep their width, as in Word.
bool makesHoles(std::string_view text, double mm, double indent, double pt);

/// A cell's words with their names bound by hard spaces, as far as a name fits the line: “Măng Đen” never parts.
std::string boundNames(std::string_view text, double mm, double pt, bool bold);

}
