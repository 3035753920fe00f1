// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page_flow.h"

namespace thidua::render {

/// Header (one slice, repeated on every page) and rows of a table that begins at the page's left margin.
void addTableSlices(std::vector<Slice>& slices, const documents::Table& table, const documents::PageSetup& page);

}
