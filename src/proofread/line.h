// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/once.h"

#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::proofread {

struct Span {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// A day that a line writes, also one that does not exist.
struct WrittenDay {
    Span where;
    int day = 0;
    int month = 0;
    int year = 0; ///< 0: not written
    std::optional<Date> date;
};

/// A word with its place: letters and figures, cut at everything else.
struct Word {
    Span where;
    std::string text;  ///< as it stands
    std::string lower;
};

/// A line in two readings of the same length: the letters as they stand, and one plain byte for each (plainReading), so that patterns are
/// looked for in the second and quoted from the first.
class Line {
public:
    Line(int number, std::string_view text);

    int number() const { return m_number; }
    const std::string& plain() const { return m_plain; }
    std::string quote(std::size_t from, std::size_t to) const;
    char32_t at(std::size_t place) const { return m_points[place]; }
    /// Whether letter `place` is a capital.
    bool capital(std::size_t place) const;
    /// The days that stand in it, from left to right. Read once.
    const std::vector<WrittenDay>& days() const;
    const std::vector<Word>& words() const;

private:
    std::vector<WrittenDay> readDays() const;
    std::vector<Word> readWords() const;

    int m_number;
    std::u32string m_points;
    std::string m_plain;
    Once<std::vector<WrittenDay>> m_days;
    Once<std::vector<Word>> m_words;
};

/// The words without their marks.
std::vector<std::string> foldedWords(const Line& line);

/// All matches of `pattern` in the plain reading, none overlapping.
std::vector<std::smatch> matches(const std::string& plain, const std::regex& pattern);
Span spanOf(const std::smatch& match, std::size_t group = 0);

}
