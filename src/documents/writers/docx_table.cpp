// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/docx_body.h"

#include "documents/compose.h"
#include "documents/line_fit.h"
#include "documents/measures.h"

#include <algorithm>

namespace thidua::documents::docx {
namespace {

void setWidth(pugi::xml_node properties, const char* name, double mm)
{
    auto width = properties.append_child(name);
    width.append_attribute("w:w") = twips(mm);
    width.append_attribute("w:type") = "dxa";
}

void addGrid(pugi::xml_node table, const std::vector<double>& columns)
{
    auto grid = table.append_child("w:tblGrid");
    for (const double mm : columns)
        grid.append_child("w:gridCol").append_attribute("w:w") = twips(mm);
}

pugi::xml_node addRow(pugi::xml_node table, bool header)
{
    auto row = table.append_child("w:tr");
    auto properties = row.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (header)
        properties.append_child("w:tblHeader");
    return row;
}

double spanWidth(const Table& table, int column, int span)
{
    double mm = 0;
    for (int i = column; i < column + span && i < static_cast<int>(table.columns.size()); ++i)
        mm += table.columns[static_cast<std::size_t>(i)].mm;
    return mm;
}

/// The words of a cell, with the names in it kept whole.
std::string inCell(const Cell& cell, const Table& table, int column, int span, bool bold)
{
    return boundNames(cellText(cell.value), spanWidth(table, column, span) - 2 * measures::kCellSide, table.fontPt, bold || cell.bold);
}

enum class Merge { None, Start, Continue };

pugi::xml_node addCell(pugi::xml_node row, double mm, int span, Merge merge)
{
    auto cell = row.append_child("w:tc");
    auto properties = cell.append_child("w:tcPr");
    setWidth(properties, "w:tcW", mm);
    if (span > 1)
        properties.append_child("w:gridSpan").append_attribute("w:val") = span;
    if (merge != Merge::None) {
        auto vertical = properties.append_child("w:vMerge");
        if (merge == Merge::Start)
            vertical.append_attribute("w:val") = "restart";
    }
    properties.append_child("w:vAlign").append_attribute("w:val") = "center";
    return cell;
}

struct CellLook {
    Align align;
    bool bold;
    bool keepNext;
    double fontPt;
};

void fillCell(pugi::xml_node cell, const std::string& text, const CellLook& look)
{
    std::size_t from = 0;
    do {
        const auto end = std::min(text.find('\n', from), text.size());
        auto paragraph = addParagraph(cell, "ChuBang");
        auto properties = paragraph.child("w:pPr");
        if (look.keepNext)
            properties.append_child("w:keepNext");
        if (look.fontPt != measures::kTablePt) {
            auto spacing = properties.append_child("w:spacing");
            spacing.append_attribute("w:line") = static_cast<int>(std::lround(look.fontPt * measures::kCellPitch * 20));
            spacing.append_attribute("w:lineRule") = "exact";
        }
        if (look.align != Align::Left)
            properties.append_child("w:jc").append_attribute("w:val") = look.align == Align::Centre ? "center" : "right";
        const int half = look.fontPt == measures::kTablePt ? 0 : static_cast<int>(std::lround(look.fontPt * 2));
        addRun(paragraph, text.substr(from, end - from), {look.bold, false, half});
        from = end + 1;
    } while (from <= text.size());
}

/// One header row of the grid: what covers each column, and whether it began further up.
void addHeaderRow(pugi::xml_node parent, const Table& table, const std::vector<PlacedCell>& cells, int rowNumber)
{
    auto row = addRow(parent, true);
    const int columns = static_cast<int>(table.columns.size());
    for (int column = 0; column < columns;) {
        const auto covers = [&](const PlacedCell& cell) {
            return cell.column == column && cell.row <= rowNumber && rowNumber < cell.row + cell.cell->rowSpan;
        };
        const auto found = std::find_if(cells.begin(), cells.end(), covers);
        if (found == cells.end()) {
            fillCell(addCell(row, spanWidth(table, column, 1), 1, Merge::None), {}, {Align::Centre, true, true, table.fontPt});
            ++column;
            continue;
        }
        const int span = found->cell->columnSpan;
        const bool begins = found->row == rowNumber;
        const auto merge = found->cell->rowSpan == 1 ? Merge::None : begins ? Merge::Start : Merge::Continue;
        fillCell(addCell(row, spanWidth(table, column, span), span, merge), begins ? inCell(*found->cell, table, column, span, true) : std::string(),
                 {Align::Centre, true, true, table.fontPt});
        column += std::max(1, span);
    }
}

/// Group rows stay with the next row, the two rows before the total with it; the last three rows and their total with what follows the
/// table, so that a signature never stands alone.
bool keepsNext(const Table& table, std::size_t index)
{
    constexpr std::size_t kWithSignature = 3;
    const std::size_t total = table.rows.back().kind == RowKind::Total ? 1 : 0;
    if (table.rows[index].kind == RowKind::Group || index + kWithSignature + total >= table.rows.size())
        return true;
    for (std::size_t next = index + 1; next < std::min(index + 3, table.rows.size()); ++next)
        if (table.rows[next].kind == RowKind::Total)
            return true;
    return false;
}

void addBodyRow(pugi::xml_node parent, const Table& table, std::size_t index)
{
    const auto& source = table.rows[index];
    auto row = addRow(parent, false);
    int column = 0;
    for (const auto& cell : source.cells) {
        if (column >= static_cast<int>(table.columns.size()))
            break;
        const auto text = cellText(cell.value);
        const auto align = cell.align.value_or(text == kDash ? Align::Centre : table.columns[static_cast<std::size_t>(column)].align);
        fillCell(addCell(row, spanWidth(table, column, cell.columnSpan), cell.columnSpan, Merge::None), glued(inCell(cell, table, column, cell.columnSpan, source.kind != RowKind::Normal)),
                 {align, cell.bold || source.kind != RowKind::Normal, keepsNext(table, index), table.fontPt});
        column += cell.columnSpan;
    }
}

void startTable(pugi::xml_node table, const char* style, const std::vector<double>& columns)
{
    double total = 0;
    for (const double mm : columns)
        total += mm;
    auto properties = table.append_child("w:tblPr");
    if (style)
        properties.append_child("w:tblStyle").append_attribute("w:val") = style;
    setWidth(properties, "w:tblW", total);
    properties.append_child("w:tblLayout").append_attribute("w:type") = "fixed";
    if (!style) {
        auto margins = properties.append_child("w:tblCellMar");  // stated, since LibreOffice has margins of its own
        setWidth(margins, "w:left", 0);
        setWidth(margins, "w:right", 0);
    }
    addGrid(table, columns);
}

}

void addTable(pugi::xml_node body, const Table& table)
{
    std::vector<double> columns;
    for (const auto& column : table.columns)
        columns.push_back(column.mm);
    auto node = body.append_child("w:tbl");
    startTable(node, "BangBieu", columns);
    const auto cells = placed(table.header, static_cast<int>(columns.size()));
    for (int row = 0; row < static_cast<int>(table.header.size()); ++row)
        addHeaderRow(node, table, cells, row);
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        addBodyRow(node, table, i);
}

pugi::xml_node addFrame(pugi::xml_node body, const std::vector<double>& columns)
{
    auto table = body.append_child("w:tbl");
    startTable(table, nullptr, columns);
    return table;
}

pugi::xml_node addFrameRow(pugi::xml_node table, double exactMm)
{
    auto row = addRow(table, false);
    if (exactMm > 0) {
        auto height = row.child("w:trPr").append_child("w:trHeight");
        height.append_attribute("w:val") = twips(exactMm);
        height.append_attribute("w:hRule") = "exact";
    }
    return row;
}

pugi::xml_node addFrameCell(pugi::xml_node row, double mm)
{
    auto cell = row.append_child("w:tc");
    setWidth(cell.append_child("w:tcPr"), "w:tcW", mm);
    return cell;
}

void addCentredRule(pugi::xml_node body, double mm)
{
    auto table = addFrame(body, {mm});
    auto centred = table.child("w:tblPr").insert_child_after("w:jc", table.child("w:tblPr").child("w:tblW"));
    centred.append_attribute("w:val") = "center";
    auto cell = addFrameCell(addFrameRow(table, 1.0), mm);
    auto border = cell.child("w:tcPr").append_child("w:tcBorders").append_child("w:bottom");
    border.append_attribute("w:val") = "single";
    border.append_attribute("w:sz") = 4;
    border.append_attribute("w:space") = 0;
    border.append_attribute("w:color") = "000000";
    addParagraph(cell, "KeNgang");
}

}
