// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace thidua::test {

/// Parts of a zip archive, in their order.
using Parts = std::vector<std::pair<std::string, std::string>>;
std::string zipped(const Parts& parts);

/// Cells by what stands before a bar: “n|45000” a number, “d|45000” with the look of a day, “e|#REF!” an error, “b|1” a truth, “i|text” text
/// within the cell, “r|a|b” text in two letter forms, “z|7” a number shown as 00007; else text. Empty: no cell at all.
using Grid = std::vector<std::vector<std::string>>;

struct MadeSheet {
    std::string name;
    Grid rows;
    bool hidden = false;
    std::vector<std::string> merges{};         ///< “A1:A3”
    std::string rowsAfter{};                   ///< XML behind the last row
};
struct MadeBook {
    std::vector<MadeSheet> sheets;
    bool from1904 = false;
};
Parts xlsxParts(const MadeBook& book);
inline std::string xlsx(const MadeBook& book) { return zipped(xlsxParts(book)); }
inline std::string xlsx(const Grid& rows) { return xlsx(MadeBook{{{"Sheet1", rows}}}); }

/// The same cells as an OpenDocument spreadsheet; “d|2015-09-05” is a day.
Parts odsParts(const MadeBook& book);
inline std::string ods(const MadeBook& book) { return zipped(odsParts(book)); }
inline std::string ods(const Grid& rows) { return ods(MadeBook{{{"Sheet1", rows}}}); }

}
