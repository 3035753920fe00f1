// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace thidua::documents {

/// A row of a sheet as it stands on paper.
struct SheetRow {
    double points = 0;
    bool keepWithNext = false;
};

/// Where a sheet's pages begin: the rows before which a page ends, so that rows kept together stand on one page. From the second page on
/// `repeated` rows from `repeatedFrom` on stand above the others.
struct SheetPage {
    double points = 0;               ///< the height of the text area
    std::size_t repeatedFrom = 0;
    std::size_t repeated = 0;
};
std::vector<std::size_t> sheetBreaks(const std::vector<SheetRow>& rows, const SheetPage& page);

}
