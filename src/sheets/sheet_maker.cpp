// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet_maker.h"

#include <algorithm>

namespace thidua::sheets {
namespace {

constexpr std::uint32_t kMostRows = 1'048'576;
constexpr std::size_t kMostMerges = 20'000;

bool isBlank(const std::string& text)
{
    // Also of no-break spaces, which are two bytes.
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\xc2' || c == '\xa0'; });
}

}

const Cell* Row::at(std::uint32_t column) const
{
    const auto found = std::ranges::lower_bound(cells, column, {}, &Cell::column);
    return found == cells.end() || found->column != column ? nullptr : &*found;
}

void Budget::inflate(std::uint64_t bytes)
{
    inflated += bytes;
    if (inflated > limits.inflatedBytes)
        throw Refused{"sheet.too-big"};
}

SheetMaker::SheetMaker(std::string name, bool hidden, Budget& budget) : m_budget(budget)
{
    m_sheet.name = std::move(name);
    m_sheet.hidden = hidden;
}

Row& SheetMaker::rowOf(std::uint32_t number)
{
    auto& rows = m_sheet.rows;
    if (!rows.empty() && rows.back().number == number)
        return rows.back();
    if (rows.empty() || rows.back().number < number) {
        rows.push_back({number, {}});
        return rows.back();
    }
    const auto place = std::ranges::lower_bound(rows, number, {}, &Row::number);
    return place != rows.end() && place->number == number ? *place : *rows.insert(place, Row{number, {}});
}

void SheetMaker::add(std::uint32_t row, std::uint32_t column, CellKind kind, std::string text)
{
    if (isBlank(text))
        return;
    if (column >= m_budget.limits.columns)
        throw Refused{"sheet.too-wide", {std::to_string(m_budget.limits.columns)}};
    if (row == 0 || row > kMostRows)
        throw Refused{"sheet.damaged"};
    m_budget.text += text.size();
    if (++m_budget.cells > m_budget.limits.cells || m_budget.text > m_budget.limits.textBytes)
        throw Refused{"sheet.too-big"};
    auto& cells = rowOf(row).cells;
    m_sheet.width = std::max(m_sheet.width, column + 1);
    Cell cell{column, kind, std::move(text)};
    if (cells.empty() || cells.back().column < column) {
        cells.push_back(std::move(cell));
        return;
    }
    const auto place = std::ranges::lower_bound(cells, column, {}, &Cell::column);
    if (place != cells.end() && place->column == column)
        *place = std::move(cell);
    else
        cells.insert(place, std::move(cell));
}

void SheetMaker::merge(std::uint32_t firstRow, std::uint32_t lastRow, std::uint32_t column)
{
    if (firstRow < lastRow && m_merges.size() < kMostMerges)
        m_merges.push_back({firstRow, lastRow, column});
}

Sheet SheetMaker::take()
{
    for (const auto& merge : m_merges) {
        const auto first = std::ranges::lower_bound(m_sheet.rows, merge.first, {}, &Row::number);
        const auto* top = first == m_sheet.rows.end() || first->number != merge.first ? nullptr : first->at(merge.column);
        if (top == nullptr)
            continue;
        const Cell said = *top;
        // Only into rows that say something themselves.
        for (auto at = static_cast<std::size_t>(first - m_sheet.rows.begin()) + 1; at < m_sheet.rows.size() && m_sheet.rows[at].number <= merge.last; ++at)
            if (m_sheet.rows[at].at(merge.column) == nullptr)
                add(m_sheet.rows[at].number, merge.column, said.kind, said.text);
    }
    return std::move(m_sheet);
}

}
