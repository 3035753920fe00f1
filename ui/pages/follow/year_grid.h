// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/year_record_service.h"
#include "ui/pages/follow/follow_common.h"

namespace thidua::ui::follow {

/// The grid “Kết quả năm học” of people or of collectives: which columns, how rows are shown, what an edit means.
enum class YearSide { People, Collectives };

std::vector<GridColumn> yearColumns(YearSide side);
QVector<GridRow> yearGridRows(YearSide side, const std::vector<const services::YearRow*>& rows);
/// How many of these rows are known, by column.
QHash<QString, QString> yearSums(YearSide side, const std::vector<const services::YearRow*>& rows);
/// nullopt for the columns that only tell (name, post).
std::optional<services::YearColumn> yearColumnOf(const QString& key);
QString keyOf(services::YearColumn column);
bool isKnown(const services::YearRow& row, services::YearColumn column);
/// The columns of a side that are typed in, in order.
std::vector<services::YearColumn> typedColumns(YearSide side);

}
