// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/change_set.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::ui {

/// UTF-8 to Qt.
QString toQ(std::string_view text);
/// One line as it goes inward: NFC, trimmed, single spaces.
std::string fromQ(const QString& text);
/// A text of several paragraphs as it goes inward: NFC, line breaks kept.
std::string fromQText(const QString& text);

/// Lower case without marks, đ as d: what filters compare.
QString folded(const QString& text);
/// Vietnamese order as bytes (base/vietnamese.h).
std::string sortKeyOf(const QString& text);

/// dd/MM/yyyy; empty for a day that is not known.
QString dateText(const std::optional<Date>& date);
/// 1.170.000 đ
QString moneyText(std::int64_t dong);
/// 1.170.000
QString wholeText(std::int64_t number);
/// Scaled integers with a decimal comma and without needless zeros: (2475, 2) → 24,75; (450, 2) → 4,5.
QString decimalText(std::int64_t scaled, int decimals);
/// With all its decimals, for columns of figures: (2420, 2) → 24,20.
QString fixedText(std::int64_t scaled, int decimals);
/// What people type as a number, scaled: "4,5", "4.5", "1.234,5"; nullopt when it is none or has more decimals than allowed.
std::optional<std::int64_t> parseDecimal(QString text, int decimals);
/// Keeps a citation together at line ends: no-break spaces between a word and its number, a word joiner after the en dash.
QString unbroken(const QString& citation);

/// The sentence of src/text for a failure, or for one wrong field.
QString sentenceOf(const Error& error);
QString sentenceOf(const FieldIssue& issue);
/// “Đã lưu đăng ký của Đỗ Thị Quỳnh Như”: the sentence `op.<code>` with the operation's own names.
QString sentenceOf(const domain::ChangeSet& changes);

}
