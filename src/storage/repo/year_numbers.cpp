// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/year_numbers.h"

#include "storage/table_map.h"

namespace thidua::storage::repo {

std::vector<YearNumber> yearNumbers(Reader& reader)
{
    std::vector<YearNumber> years;
    reader.each("SELECT id, start_year, state = 'closed' FROM school_year ORDER BY start_year DESC", {}, [&years](const Values& row) {
        years.push_back({domain::SchoolYearId(integerOf(row[0])), static_cast<int>(integerOf(row[1])), integerOf(row[2]) != 0});
    });
    return years;
}

std::optional<SchoolYear> yearNumber(Reader& reader, domain::SchoolYearId id)
{
    for (const auto& one : yearNumbers(reader))
        if (one.id == id)
            return SchoolYear(one.startYear);
    return std::nullopt;
}

}
