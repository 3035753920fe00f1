// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua::sheets {

/// How a number format shows its numbers, as far as it matters here.
struct NumberLook {
    bool date = false;
    int zeros = 0;                 ///< “00000” shows 7 as 00007; 0: no such format
};
/// Of a number's place in the list that every Excel has.
NumberLook builtInLook(int id);
/// Of a format written out: `dd/mm/yyyy;@`, `[$-42A]d mmmm yyyy`, `00000`.
NumberLook lookOf(std::string_view format);

/// A number as it is kept, `2.0150000000000001E3`, as short as it is exact: `2015`. Text that is no number stays as it is.
std::string numberText(std::string_view raw, int zeros);
/// The day of Excel's number for it, `dd/mm/yyyy`; empty when it stands for none. `from1904`: of the other of its two calendars.
std::string dayText(std::string_view raw, bool from1904);
/// `2015-09-05T00:00:00` as `05/09/2015`; empty when it is no day.
std::string dayOfIso(std::string_view iso);

}
