// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/class_of.h"

#include "domain/pupil.h"
#include "storage/repo/pupil_repo.h"
#include "text/messages.h"

namespace thidua::services {

namespace repo = storage::repo;

std::string classOf(storage::Reader& reader, domain::SchoolYearId year, domain::PersonId pupil)
{
    for (const auto& one : repo::enrolmentsOf(reader, pupil))
        if (const auto in = one.data.year == year && one.data.schoolClass ? reader.find<domain::SchoolClass>(*one.data.schoolClass) : std::nullopt)
            return text::message("next-year.class", {in->data.name});
    return {};
}

}
