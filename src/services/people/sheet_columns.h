// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/people/sheet_headings.h"

namespace thidua::services {

/// What a list is made of, before anybody is read from it.
struct SheetShape {
    std::vector<SheetColumn> columns;
    std::optional<Headings> headings;
    std::vector<std::size_t> people;               ///< the lines that are about somebody
    std::map<std::size_t, std::string> sections;   ///< by line of a person: the unit, or the class, whose heading stands above
};

/// The columns by the heading row wherever they stand; without one, and in a list of staff under headings that are not known, by what stands in them. `lines` are tidy cells; `given` columns win.
SheetShape shapeOf(const std::vector<std::vector<std::string>>& lines, const std::vector<SheetColumn>& given, Date today, ListKind kind = ListKind::Staff,
                   const IsTick& isTick = {}, const HeadingSaid& said = {});

}
