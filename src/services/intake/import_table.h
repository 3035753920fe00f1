// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/intake/import_service.h"
#include "services/people/sheet_columns.h"
#include "services/people/sheet_text.h"

namespace thidua::services {

/// One sheet of a book as a list: which of its lines are about somebody, and what its columns are.
struct ImportTable {
    std::string sheet;
    std::vector<std::size_t> rows;                 ///< of each line, as the spreadsheet counts
    std::vector<std::vector<std::string>> raw;
    std::set<std::pair<std::size_t, std::size_t>> errors, days; ///< cells that a formula failed in, and that are days
    SheetText text;
    SheetShape shape;
    std::vector<std::string> others;               ///< sheets of the book that look like such a list too, and are not read

    std::optional<std::size_t> columnOf(SheetColumn kind) const;
    std::string at(std::size_t line, std::size_t column) const;
    std::string stood(std::size_t line, std::size_t column) const; ///< as it was written
    std::string title(std::size_t column) const;
};

/// The sheet of the book that is most like a list of that kind; InputFormat when none has its headings.
Result<ImportTable> importTable(const ImportRequest& request, Date today, const IsTick& isTick);

}
