// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace thidua {

/// The sign of a document: number, year where one stands, and what stands behind (Nghị định 30/2020/NĐ-CP for the state's,
/// Hướng dẫn 36-HD/VPTW for the Party's).
struct Symbol {
    std::string number;              ///< 29, 09A
    std::string year;                ///< 2017, or empty
    std::vector<std::string> parts;  ///< NQ, TW
    std::string separators;          ///< between all of them as written: "/-"
    bool spaced = false;             ///< a space within
    bool party = false;              ///< 29-NQ/TW
    /// As it is written by the form of its kind.
    std::string text() const;
    /// Reads every form in which the sign is written; nothing for what is none.
    static std::optional<Symbol> parse(std::string_view text);
    /// How signs are found in a plain reading (plainReading); group 2 is the sign.
    static const std::regex& pattern();
};

/// One plain byte for each letter: lower case, no marks, đ as d, every dash `-`, every quotation mark `"`, every space ` `, what is no
/// letter `~`. Patterns are looked for in it and quoted from the letters themselves.
std::string plainReading(std::u32string_view points);
/// Whether this is a letter with a plain one and a capital.
bool isCapital(char32_t point);

/// The sign that a field says, in its right form: "so 29 /NQ/TW" is 29-NQ/TW. What is not a sign and nothing else stays as it is.
std::string rightSymbol(const std::string& text);
/// The kind of text that a sign names (“Nghị quyết” of 05-NQ/ĐU); a letter (“Công văn”) has none in its sign: empty, as of what is no sign.
std::string kindOfSign(const std::string& number);
/// Whether the line speaks of that number as a whole: "8/2020" does not stand in "28/2020".
bool speaksOf(std::string_view line, const std::string& number);
/// Whose text it is, by its sign and by the issuer's name: party, state, council, sector, school, other.
std::string bodyLevel(const std::string& number, const std::string& issuer);

}
