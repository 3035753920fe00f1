// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/import_service.h"

namespace thidua::services {

/// A row of sheets that are read as one list: the sheet that it stands on, empty where only one was read, and its number there.
struct RowPlace {
    std::string sheet;
    std::size_t row = 0;
};
/// Whether the sheet that is read is one that was put together.
bool isJoined(const ImportRequest& request);
RowPlace rowPlace(const std::vector<std::string>& joined, std::size_t row);
/// “7”, or “7 (trang 1B)”.
std::string rowWords(const std::vector<std::string>& joined, std::size_t row);

/// The sheets of the book that are lists of pupils.
std::vector<ListSheet> listSheets(const ImportRequest& request, Date today);
/// Those of them that are one class each, as long as none of the others is more like a list of the whole school; none unless there are several.
std::vector<std::string> classSheets(const std::vector<ListSheet>& sheets);
/// Undoes joinSheets(): the book is as it was read, and no sheet is chosen where the joined one was.
void partSheets(ImportRequest& request);
/// Puts them together as one more sheet of the book, and makes it the one that is read: their columns by what they say, the class of each row
/// beside it where no column tells it. Rows are numbered so that rowPlace() finds them again.
void joinSheets(ImportRequest& request, const std::vector<std::string>& names, Date today);

}
