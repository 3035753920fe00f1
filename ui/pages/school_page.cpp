// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/school_page.h"

#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "ui/pages/kit/table_export.h"

namespace thidua::ui {

void SchoolPage::offerExport(RecordTable& table, const QString& name)
{
    ui::offerExport(table, shell(), [this, name] { return QStringLiteral("%1 %2").arg(name, toQ(schoolYear().text())); });
}

std::optional<services::Stored<domain::SchoolYearRow>> SchoolPage::yearRow() const
{
    auto row = services::SchoolService(m_context.file).yearOf(schoolYear());
    return row ? std::optional(std::move(*row)) : std::nullopt;
}

}
