// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/table_layout.h"

#include "documents/line_fit.h"
#include "documents/measures.h"
#include "render/line_breaker.h"

#include <algorithm>

namespace thidua::render {
namespace {

namespace measures = documents::measures;
using documents::Align;
using documents::Cell;
using documents::Row;
using documents::RowKind;
using documents::Table;

/// A cell with its text broken to the width it has.
struct SetCell {
    std::vector<BrokenLine> lines;
    Align align = Align::Left;
    double x0 = 0;
    double x1 = 0;
    int row = 0;
    int rowSpan = 1;
};

class TableSetter {
public:
    TableSetter(const Table& table, double left) : m_table(table), m_pitch(table.fontPt * measures::kCellPitch * measures::kPointMm)
    {
        m_edges.push_back(left);
        for (const auto& column : table.columns)
            m_edges.push_back(m_edges.back() + column.mm);
    }

    Slice header() const
    {
        std::vector<SetCell> cells;
        for (const auto& cell : documents::placed(m_table.header, columnCount()))
            cells.push_back(setCell(*cell.cell, cell.column, cell.row, true));
        const auto heights = rowHeights(cells, m_table.header.size());
        Slice slice = drawn(cells, heights);
        slice.kind = SliceKind::TableHeader;
        slice.marks.lines.insert(slice.marks.lines.begin(), {m_edges.front(), 0, m_edges.back(), 0});
        return slice;
    }

    /// A row that is taller than `most` goes on, in as many pieces as it takes: no line of a cell is lost at the foot of a page.
    std::vector<Slice> rows(const Row& source, double most) const
    {
        std::vector<SetCell> cells;
        int column = 0;
        for (const auto& cell : source.cells) {
            if (column >= columnCount())
                break;
            auto set = setCell(cell, column, 0, source.kind != RowKind::Normal);
            set.rowSpan = 1;
            cells.push_back(std::move(set));
            column += std::max(1, cell.columnSpan);
        }
        const auto fitting = static_cast<std::size_t>(std::max(1.0, (most - measures::kCellTop - measures::kCellBottom) / m_pitch));
        std::size_t longest = 1;
        for (const auto& cell : cells)
            longest = std::max(longest, cell.lines.size());
        std::vector<Slice> slices;
        for (std::size_t from = 0; from < longest; from += fitting) {
            std::vector<SetCell> piece = cells;
            if (longest > fitting)
                for (std::size_t i = 0; i < cells.size(); ++i)
                    piece[i].lines = linesOf(cells[i], from, fitting);
            slices.push_back(drawn(piece, rowHeights(piece, 1)));
            slices.back().kind = source.kind == RowKind::Normal ? SliceKind::Row : source.kind == RowKind::Group ? SliceKind::GroupRow : SliceKind::TotalRow;
        }
        return slices;
    }

private:
    int columnCount() const { return static_cast<int>(m_table.columns.size()); }

    SetCell setCell(const Cell& cell, int column, int row, bool bold) const
    {
        const auto first = static_cast<std::size_t>(column);
        const auto last = std::min(first + static_cast<std::size_t>(std::max(1, cell.columnSpan)), m_edges.size() - 1);
        const auto text = documents::cellText(cell.value);
        SetCell set;
        set.x0 = m_edges[first];
        set.x1 = m_edges[last];
        set.row = row;
        set.rowSpan = std::max(1, cell.rowSpan);
        set.align = cell.align.value_or(text == documents::kDash ? Align::Centre : m_table.columns[first].align);
        if (!text.empty()) {
            const double room = set.x1 - set.x0 - 2 * measures::kCellSide;
            set.lines = breakLines({{documents::boundNames(text, room, m_table.fontPt, bold || cell.bold), bold || cell.bold}}, m_table.fontPt, {room, 0, Fit::Ragged});
        }
        return set;
    }

    static std::vector<BrokenLine> linesOf(const SetCell& cell, std::size_t from, std::size_t count)
    {
        const auto first = std::min(from, cell.lines.size()), last = std::min(from + count, cell.lines.size());
        return {cell.lines.begin() + static_cast<std::ptrdiff_t>(first), cell.lines.begin() + static_cast<std::ptrdiff_t>(last)};
    }

    double naturalHeight(const SetCell& cell) const
    {
        const auto lines = std::max<std::size_t>(1, cell.lines.size());
        return measures::kCellTop + m_pitch * static_cast<double>(lines) + measures::kCellBottom;
    }

    std::vector<double> rowHeights(const std::vector<SetCell>& cells, std::size_t count) const
    {
        std::vector<double> heights(count, measures::kCellTop + m_pitch + measures::kCellBottom);
        for (const auto& cell : cells)
            if (cell.rowSpan == 1)
                heights[static_cast<std::size_t>(cell.row)] = std::max(heights[static_cast<std::size_t>(cell.row)], naturalHeight(cell));
        for (const auto& cell : cells) {
            const double lacking = naturalHeight(cell) - spanHeight(cell, heights);
            if (lacking > 0)
                heights[static_cast<std::size_t>(lastRow(cell, count))] += lacking;
        }
        return heights;
    }

    static int lastRow(const SetCell& cell, std::size_t count) { return std::min(cell.row + cell.rowSpan, static_cast<int>(count)) - 1; }

    static double spanHeight(const SetCell& cell, const std::vector<double>& heights)
    {
        double height = 0;
        for (int i = cell.row; i <= lastRow(cell, heights.size()); ++i)
            height += heights[static_cast<std::size_t>(i)];
        return height;
    }

    Slice drawn(const std::vector<SetCell>& cells, const std::vector<double>& heights) const
    {
        Slice slice;
        std::vector<double> tops{0};
        for (const double height : heights)
            tops.push_back(tops.back() + height);
        slice.height = tops.back();
        for (const auto& cell : cells) {
            const double top = tops[static_cast<std::size_t>(cell.row)];
            const double height = spanHeight(cell, heights);
            drawText(slice.marks, cell, top, height);
            slice.marks.lines.push_back({cell.x0, top + height, cell.x1, top + height});
            slice.marks.lines.push_back({cell.x1, top, cell.x1, top + height});
        }
        slice.marks.lines.push_back({m_edges.front(), 0, m_edges.front(), slice.height});
        return slice;
    }

    void drawText(Marks& marks, const SetCell& cell, double top, double height) const
    {
        const double text = m_pitch * static_cast<double>(cell.lines.size());
        const double inner = height - measures::kCellTop - measures::kCellBottom;
        double y = top + measures::kCellTop + std::max(0.0, inner - text) / 2 + m_table.fontPt * measures::kPointMm;
        for (const auto& line : cell.lines) {
            if (cell.align == Align::Centre)
                placeCentred(marks, line, (cell.x0 + cell.x1) / 2, y);
            else if (cell.align == Align::Right)
                place(marks, line, cell.x1 - measures::kCellSide - line.width, y);
            else
                place(marks, line, cell.x0 + measures::kCellSide, y);
            y += m_pitch;
        }
    }

    const Table& m_table;
    double m_pitch;
    std::vector<double> m_edges;
};

}

void addTableSlices(std::vector<Slice>& slices, const Table& table, const documents::PageSetup& page)
{
    if (table.columns.empty())
        return;
    const TableSetter setter(table, page.left);
    std::shared_ptr<const Slice> header;
    if (!table.header.empty()) {
        header = std::make_shared<const Slice>(setter.header());
        slices.push_back(*header);
    }
    const double most = page.height() - page.top - page.bottom - (header ? header->height : 0);
    for (const auto& row : table.rows)
        for (auto& slice : setter.rows(row, most)) {
            slices.push_back(std::move(slice));
            slices.back().header = header;
        }
    slices.back().after = measures::kParagraphGap;
}

}
