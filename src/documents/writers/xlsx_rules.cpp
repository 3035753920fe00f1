// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/xlsx_rules.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace thidua::documents {
namespace {

/// One black dot as a PNG picture: drawn long, it is the line.
constexpr std::array<unsigned char, 67> kDot{
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00,
    0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
    0xda, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01, 0xe5, 0x27, 0xde, 0xfc, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44,
    0xae, 0x42, 0x60, 0x82};

constexpr int kBelowTopPixels = 2;

}

RuleDrawer::RuleDrawer(lxw_worksheet* sheet, std::vector<ColumnPixels> columns) : m_sheet(sheet), m_columns(std::move(columns)) {}

RuleDrawer::Place RuleDrawer::placeOf(int first, int pixels) const
{
    Place place{first, pixels};
    while (place.column + 1 < static_cast<int>(m_columns.size()) && place.offset >= m_columns[static_cast<std::size_t>(place.column)].shown)
        place.offset -= m_columns[static_cast<std::size_t>(place.column++)].shown;
    return place;
}

void RuleDrawer::draw(lxw_row_t row, int first, int last, int pixels)
{
    int room = 0;
    for (int i = first; i <= last; ++i)
        room += m_columns[static_cast<std::size_t>(i)].shown;
    const int begins = std::max(0, (room - pixels) / 2);
    auto from = placeOf(first, begins);
    const auto to = placeOf(first, std::min(room, begins + pixels) - 1);
    // The library reckons where the picture ends from the columns as it counts them.
    from.offset = std::min(from.offset, m_columns[static_cast<std::size_t>(from.column)].counted - 1);
    int counted = to.offset - from.offset;
    for (int i = from.column; i < to.column; ++i)
        counted += m_columns[static_cast<std::size_t>(i)].counted;
    lxw_image_options options{};
    options.x_offset = from.offset;
    options.y_offset = kBelowTopPixels;
    options.x_scale = std::max(1, counted);
    options.y_scale = 1;
    options.decorative = LXW_TRUE;
    worksheet_insert_image_buffer_opt(m_sheet, row, static_cast<lxw_col_t>(from.column), kDot.data(), kDot.size(), &options);
}

}
