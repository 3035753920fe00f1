// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proofread/line.h"

namespace thidua::proofread {

struct Book;
struct KnownText;

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
    static std::optional<Symbol> parse(std::string_view text, const Book& book);
};

/// A document named in a text: by its sign, or by a law's name with its year.
struct Citation {
    std::size_t line = 0;               ///< index of the line
    Span where;                         ///< the sign or the name
    std::optional<Symbol> symbol;
    std::string kind;                   ///< folded kind word before the sign: nghi quyet …
    std::optional<WrittenDay> day;
    const KnownText* known = nullptr;
    bool basis = false;                 ///< it stands in a line that says what the document rests on
};
std::vector<Citation> citationsIn(const std::vector<Line>& lines, const Book& book);
/// Whether a line says what the document rests on: "Căn cứ …", "- Thực hiện …".
bool isBasisLine(const Line& line);

}
