// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "ui/pages/intake/import_task.h"

class QWidget;

namespace thidua::ui::intake {

/// What an import would do, since it was done: on a copy of the file.
struct Told {
    services::ImportReport report;
    std::vector<services::HonourGap> gaps;         ///< of those whom a list of honours names
};
/// The request is told the progress row by row.
Result<Told> tryImport(services::SchoolFile& copy, services::ImportRequest& request, Progress& progress);

/// Whether somebody is typing into a cell: what is shown anew then would take it away.
bool isTyping(const QWidget& grid);

/// Cells copied in a spreadsheet, as a sheet of that name.
sheets::Book bookOf(const QString& block, const QString& name);

}
