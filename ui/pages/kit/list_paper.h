// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "ui/models/record_table.h"

#include <functional>

namespace thidua::documents {
struct IssuerView;
}
namespace thidua::services {
class SchoolFile;
}

namespace thidua::ui {

/// Takes a column away that says something about the program, not about the school.
void dropColumn(ShownTable& table, const QString& header);
/// The rows as a paper has them: a group across all columns, each cell as `valueOf` says; `numbered`: their number stands in a first column.
documents::Table paperTable(const ShownTable& shown, std::vector<documents::Column> columns, bool numbered,
                            const std::function<documents::CellValue(const QString& text, Align align)>& valueOf);
/// The school as papers name it.
documents::IssuerView issuerOf(services::SchoolFile& file);
/// A list as the table shows it (filter, order, groups, visible columns), in the frame of the school's papers, A4 landscape.
/// `shares` are the columns' widths in relation to each other, by heading; columns that are not named share evenly.
documents::Document listPaper(services::SchoolFile& file, const QString& title, const QString& subject, const Date& date, const ShownTable& table,
                              const QHash<QString, double>& shares);

}
