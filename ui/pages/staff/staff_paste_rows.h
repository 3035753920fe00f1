// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/staff_sheet.h"
#include "ui/kit.h"

namespace thidua::ui {

/// How a pasted list stands in the grid of its preview.
namespace paste {

inline constexpr const char* kFate = "fate";

std::vector<GridColumn> columns();
QVector<GridRow> rows(const services::SheetReading& reading);
QVector<CellError> errors(const services::SheetReading& reading);
/// The field of a grid column; nothing for the others.
std::optional<services::SheetField> fieldOf(const QString& column);
QString titleOf(services::SheetColumn column);
/// “cập nhật Trịnh Văn An: Ngày sinh: chưa ghi → 12/03/1968”
QString whatHappens(const services::SheetLine& line);
/// “đoán: Họ và tên từ “ĐÀM VĂN QUÝ”, Giới tính”; empty when nothing is guessed.
QString guesses(const services::SheetLine& line);
/// “3 người mới, 1 người cập nhật, 1 dòng chờ trả lời …”
QString summary(const services::SheetReading& reading);
/// “B” for the second.
QString letterOf(std::size_t column);

}

}
