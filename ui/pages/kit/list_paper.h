// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "domain/school.h"
#include "ui/models/record_table.h"

namespace thidua::ui {

/// A list as the table shows it (filter, order, groups, visible columns), in the frame of the school's papers, A4 landscape.
/// `shares` are the columns' widths in relation to each other, by heading; columns that are not named share evenly.
/// Takes a column away that says something about the program, not about the school.
void dropColumn(ShownTable& table, const QString& header);

documents::Document listPaper(const domain::School& school, const QString& title, const QString& subject, const Date& date, const ShownTable& table,
                              const QHash<QString, double>& shares);

}
