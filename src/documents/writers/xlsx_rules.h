// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>
#include <xlsxwriter.h>

namespace thidua::documents {

/// What a column takes on the screen, and what the library counts it as: it reckons with the figures of a font that is not the sheet's.
struct ColumnPixels {
    int shown = 0;
    int counted = 0;
};

/// The lines below agency, motto and title. A border would be as long as its cells, and hard spaces with a line below are left out by some
/// programs; a picture of one dot, drawn long, stands where it belongs in all of them.
class RuleDrawer {
public:
    RuleDrawer(lxw_worksheet* sheet, std::vector<ColumnPixels> columns);
    /// A line of that length in the middle of the columns, near the top of its row.
    void draw(lxw_row_t row, int first, int last, int pixels);

private:
    struct Place {
        int column;
        int offset;
    };
    Place placeOf(int first, int pixels) const;
    lxw_worksheet* m_sheet;
    std::vector<ColumnPixels> m_columns;
};

}
