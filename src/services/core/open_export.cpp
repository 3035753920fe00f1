// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/open_export.h"

#include "services/core/internal.h"
#include "storage/aside.h"
#include "storage/backup.h"
#include "storage/open_json.h"

namespace thidua::services {

Result<void> exportOpen(SchoolFile& file, const std::filesystem::path& target)
{
    return storage::writeOpenJson(file.data(), target);
}

Result<void> importOpen(const std::filesystem::path& json, const std::filesystem::path& target, const Clock& clock)
{
    TD_CHECK(mayBeFounded(target));
    storage::Aside aside(target);
    TD_CHECK(storage::readOpenJson(json, aside.path(), clock.nowUtc()));
    TD_CHECK(storage::verify(aside.path()));
    return aside.place();
}

}
