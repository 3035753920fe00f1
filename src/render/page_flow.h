// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page_layout.h"

#include <memory>
#include <optional>

namespace thidua::render {

/// What a slice counts as when rules say how much must stand with it.
enum class SliceKind { Plain, Line, TableHeader, Row, GroupRow, TotalRow, NoteLine, Signature, PageBreak };

/// A strip of the page that never breaks. Marks are relative to its top.
struct Slice {
    SliceKind kind = SliceKind::Plain;
    double height = 0;
    double after = 0;            ///< white below, dropped at the page's end
    bool keepWithNext = false;
    Marks marks;
    std::shared_ptr<const Slice> header;  ///< of a table's row: drawn again when the row opens a page
};

/// Sets keepWithNext by the rules “Không được ngắt” of the papers: header and group rows with the next row, a total with two
/// rows, a signature with two lines of text or three rows and the total.
void applyKeeps(std::vector<Slice>& slices);

/// Fills pages of one part. Slices that belong together move to a new page when they do not fit, unless they are longer than a page.
std::vector<LaidOutPage> flow(const std::vector<Slice>& slices, const documents::Part& part);

}
