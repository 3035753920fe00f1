// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/symbol.h"
#include "proofread/line.h"

namespace thidua::proofread {

struct Book;
struct KnownText;

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
