// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/list_marks.h"
#include "documents/document.h"

#include <string_view>

/// The fixed wordings and punctuation of official papers (Nghị định 30/2020/NĐ-CP, Phụ lục I).
namespace thidua::documents {

/// Every line ends in `;`, the last one in `.`; punctuation that is there already is not doubled.
Basis basis(std::vector<std::string> lines);
/// “- Phòng GD&ĐT …;” and at the end “- Lưu: VT, TĐKT.”; dashes and stops are added where they lack.
std::vector<std::string> recipients(std::vector<std::string> lines);
/// “1. ” … and “a) ” … in front of each text.
using thidua::itemLetter;
using thidua::roman;

/// “Số: 07/QĐ-THMĐ”; without a number 12 mm stay white. Numbers below 10 get a leading zero.
Runs numberRuns(const std::string& number, const std::string& symbol);
/// The same in running text, without the word in front: “ 07/QĐ-THMĐ”.
std::string numberText(const std::string& number, const std::string& symbol);
/// “Măng Đen, ngày 07 tháng 9 năm 2021”; 8 mm stay white for the day (and month) not known yet. Italic.
enum class DayPlace { Printed, Open };
Runs placeDateRuns(const std::string& place, const std::optional<Date>& date, DayPlace day);

/// “27/6/2022”, “08/3/2022”: as in words, only days below 10 and the months 1 and 2 carry a leading zero.
std::string shortDate(const Date& date);

/// Binds with U+00A0 what must not part at a line's end: “ngày 07”, “tháng 9”, “2021 - 2022”.
std::string glued(std::string_view text);
/// The names of schools and places in it are bound: “HỒNG DƯƠNG”, “HUYỆN THANH OAI”.
std::string gluedNames(std::string_view text);
/// For centred titles and heads: names and “Thi đua - Khen thưởng” stay on one line as well.
std::string gluedTitle(std::string_view text);
/// The lines of names in a head, as they fit into that width.
std::vector<std::string> headLines(const std::vector<std::string>& names, double mm, bool bold);

/// `text` without the stops and spaces at its end.
std::string withoutStop(std::string text);

}
