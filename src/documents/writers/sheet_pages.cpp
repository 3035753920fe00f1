// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/sheet_pages.h"

namespace thidua::documents {

std::vector<std::size_t> sheetBreaks(const std::vector<SheetRow>& rows, const SheetPage& page)
{
    double repeated = 0;
    for (std::size_t i = 0; i < page.repeated; ++i)
        repeated += rows[page.repeatedFrom + i].points;
    std::vector<std::size_t> breaks;
    double used = 0;
    double full = page.points;
    for (std::size_t i = 0; i < rows.size();) {
        double together = 0;
        std::size_t end = i;
        do
            together += rows[end].points;
        while (rows[end++].keepWithNext && end < rows.size());
        if (used > 0 && used + together > full) {
            breaks.push_back(i);
            full = page.points - (i >= page.repeatedFrom + page.repeated ? repeated : 0);
            used = 0;
        }
        used += together;
        i = end;
    }
    return breaks;
}

}
