// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit.h"

namespace thidua::documents {
struct Document;
}

namespace thidua::ui {

struct ShownTable;

/// A table as it is shown, without the frame of a paper: its headings in the first row, so that Excel filters and sorts it.
documents::Document plainTable(const ShownTable& table, const QString& title);
/// Puts “Xuất…” among the table's tools: asks for a file of Excel or CSV and writes what the table shows (filter, order, columns).
/// `title` proposes the file's name.
void offerExport(RecordTable& table, Shell& shell, std::function<QString()> title);

}
