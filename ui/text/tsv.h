// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

namespace thidua::ui {

/// Rows as Excel and LibreOffice take them from the clipboard; cells with tabs, quotes or line breaks are quoted, and what
/// they would take for a formula has their sign for text before it, which fromTsv takes away again.
QString toTsv(const QVector<QStringList>& rows);
/// A block from the clipboard of Excel or LibreOffice; the last empty line is dropped.
QVector<QStringList> fromTsv(const QString& text);

}
