// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/school_page.h"

#include "domain/school_year.h"
#include "services/core/school_service.h"

namespace thidua::ui {

std::optional<services::Stored<domain::SchoolYearRow>> SchoolPage::yearRow() const
{
    auto row = services::SchoolService(m_context.file).yearOf(schoolYear());
    return row ? std::optional(std::move(*row)) : std::nullopt;
}

}
