// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/staff_sheet.h"

#include <string>
#include <vector>

namespace thidua::services {

/// What a column of a list of that kind can be, Unused first.
std::vector<SheetColumn> columnsOf(ListKind kind);
/// Honours, and ticks below their names, may stand in several columns; everything else in one.
bool mayRepeat(SheetColumn kind);
/// “Ngày sinh”.
std::string columnLabel(SheetColumn kind);

/// What the columns of a form were said to be, for the next list of that form; a form is known by its headings (ImportLook::form). It is a
/// habit of whoever imports, so it is kept with the program's settings, as text.
class ImportForms {
public:
    ImportForms() = default;
    explicit ImportForms(const std::string& text);
    std::string text() const;
    /// In front of all others; the oldest are forgotten. A list without headings has no form.
    void remember(ListKind kind, const std::string& form, const std::vector<SheetColumn>& columns);
    /// Empty when that form is not known.
    std::vector<SheetColumn> columnsOf(ListKind kind, const std::string& form) const;

private:
    struct Form {
        ListKind kind;
        std::string headings;
        std::vector<SheetColumn> columns;
    };
    std::vector<Form> m_forms;
};

}
