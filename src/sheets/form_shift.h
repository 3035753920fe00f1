// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/form_package.h"
#include "sheets/references.h"

namespace thidua::sheets {

/// A formula as it is when its cell is copied so many rows and columns further.
std::string translatedFormula(std::string_view formula, std::int64_t rows, std::int64_t columns);
/// One formula that many cells share is written out in each of them: rows come between.
void spreadSharedFormulas(const pugi::xml_node& sheetData);

/// Moves what names rows of one sheet of a book, wherever it stands, but for the rows themselves.
class FormShifter {
public:
    FormShifter(EditedPackage& package, const BookMap& map, EditedPart& sheet, std::string name);

    /// `firstRow` … `lastRow`: the lines of the table before the shift, whose own formulas do not grow with it.
    void shift(const RowShift& shift, std::uint32_t firstRow, std::uint32_t lastRow);
    /// Merged cells of one row stand in each of the rows copied from it.
    void copyMerged(std::uint32_t sample, std::uint32_t first, std::uint32_t count);
    /// Computed values are computed anew: those kept of this sheet, and of what looks at it, go.
    void forgetComputed();
    void keep();

private:
    bool concerns(const std::optional<std::string>& sheet, bool own) const;
    std::string formula(std::string_view text, bool own, const RowShift& shift) const;
    void shiftText(pugi::xml_node node, bool own, const RowShift& shift) const;
    void shiftOwn(const RowShift& shift, std::uint32_t firstRow, std::uint32_t lastRow);
    void shiftNames(const RowShift& shift);
    void shiftOthers(const RowShift& shift);
    void shiftRelated(const RowShift& shift);
    void shiftDrawing(EditedPart& part, const RowShift& shift) const;
    void shiftRemarkBoxes(const std::string& part, const RowShift& shift);
    void dropOrderOfComputing();
    /// Parts elsewhere that speak of the sheet, each read once.
    const std::vector<EditedPart*>& speaking();
    EditedPart& part(const std::string& name);

    EditedPackage& m_package;
    const BookMap& m_map;
    EditedPart& m_sheet;
    std::string m_name;
    std::map<std::string, std::unique_ptr<EditedPart>> m_parts;
    std::optional<std::vector<EditedPart*>> m_speaking;
};

}
