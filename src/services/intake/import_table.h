// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/intake/import_service.h"
#include "services/people/sheet_columns.h"
#include "services/people/sheet_text.h"

namespace thidua::rules {
class Catalogue;
}

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
    std::map<std::size_t, SheetAnswer> answers;    ///< by row
    std::optional<std::size_t> heading{};          ///< as the request says it
    Progress* progress = nullptr;

    std::optional<std::size_t> columnOf(SheetColumn kind) const;
    std::string at(std::size_t line, std::size_t column) const;
    std::string stood(std::size_t line, std::size_t column) const; ///< as it was written
    std::string title(std::size_t column) const;
};

/// Cells of an honour's own name are headings of ticks, in lists that have honours; so are the names of ratings where people are rated, and
/// school years over the honours that each brought.
IsTick ticksOf(ListKind kind, const rules::Catalogue& rules);
/// The sheet of the book that is most like a list of that kind; InputFormat when none has its headings.
Result<ImportTable> importTable(const ImportRequest& request, Date today, const IsTick& isTick);
/// The same, or else whatever stands on the sheet; none when nothing does.
std::optional<ImportTable> anyTable(const ImportRequest& request, Date today, const IsTick& isTick);
/// Whether its headings are known and somebody stands below them.
bool isList(const ImportTable& table);

}
