// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/writers/package.h"

#include <string>
#include <string_view>
#include <xlsxwriter.h>

namespace thidua::documents {

/// Puts texts into the cells of one sheet: without what XML cannot carry, Excel's own escapes (“_x000D_”) meant as the letters they are.
class CellWriter {
public:
    explicit CellWriter(lxw_worksheet* sheet)
        : m_sheet(sheet)
    {
    }
    void text(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format);
    void merged(lxw_row_t row, lxw_col_t column, lxw_row_t lastRow, lxw_col_t lastColumn, const std::string& text, lxw_format* format);
    /// The start of a text that Excel would not take (it holds 32,767 letters in a cell); empty when there was none.
    const std::string& tooLong() const { return m_tooLong; }

private:
    /// What Excel would cut or refuse is kept for the sentence; the library says so of single cells alone.
    void look(const std::string& text);
    lxw_worksheet* m_sheet;
    std::string m_tooLong;
};

/// Title and author; the day it was made is always the same, so that two exports of a paper are the same bytes.
void setProperties(lxw_workbook* book, const std::string& titleText, const std::string& authorText);
/// Whether a finished workbook reads again whole, by a reader of its own: every part unpacked with its checksum, sound, and all sheets there.
bool isWholeBook(std::string_view bytes, std::size_t sheets);
/// The book with the number of each sheet's first page hidden, as on paper; the library has no word for that.
Result<std::vector<PackageFile>> firstNumberHidden(std::string_view bytes);

}
