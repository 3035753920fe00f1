// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "render/page_layout.h"

namespace thidua::render {

/// One line of a paragraph: texts with x from 0 at the left edge and y 0.
struct BrokenLine {
    std::vector<PlacedText> texts;
    double width = 0;
    bool last = true;  ///< of its paragraph, or before a forced break: never justified
};

enum class Fit { Ragged, Justified };
struct BreakOptions {
    double width = 165;
    double firstIndent = 0;
    Fit fit = Fit::Ragged;
};

/// Greedy breaking at spaces (and line breaks in the text); a word wider than the line is cut between letters.
std::vector<BrokenLine> breakLines(const documents::Runs& runs, double pt, const BreakOptions& options);

/// One line that is not broken, for head blocks and centred titles.
BrokenLine singleLine(const documents::Runs& runs, double pt);
/// Adds the line so that it starts at `x` on the baseline `y`.
void place(Marks& marks, const BrokenLine& line, double x, double y);
void placeCentred(Marks& marks, const BrokenLine& line, double centre, double y);

}
