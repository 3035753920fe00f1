// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/open_year.h"
#include "services/intake/import_service.h"

namespace thidua::storage {
class Tx;
}
namespace thidua::rules {
class Catalogue;
}

/// The lists one by one, within the one operation of ImportService.
namespace thidua::services {

struct HonourChoice;
struct ImportTable;

struct ImportWork {
    storage::Tx& tx;
    const rules::Catalogue& rules;
    Date today;
    std::optional<SchoolYear> wanted;                      ///< the year that was named
    const std::vector<SheetColumn>& columns;               ///< as a person named them
    std::optional<YearDates> year{};                       ///< it, or the newest, as far as the file has it
    ImportReport report{};
    std::string file{};                                    ///< its name

    /// The year that the list is of, made where the school has none such.
    Result<domain::SchoolYearId> needYear();
};

Result<void> importStaff(ImportWork& work, const ImportTable& table);
Result<void> importPupils(ImportWork& work, const ImportTable& table);
Result<void> importRegistrations(ImportWork& work, const ImportTable& table, const std::vector<HonourChoice>& offered);
Result<void> importEvaluations(ImportWork& work, const ImportTable& table);
Result<void> importHonours(ImportWork& work, const ImportTable& table);

}
