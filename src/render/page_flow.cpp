// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/page_flow.h"

#include "documents/measures.h"
#include "render/line_breaker.h"

#include <algorithm>

namespace thidua::render {
namespace {

namespace measures = documents::measures;

constexpr double kPageSlack = 0.05;  // mm
constexpr int kRowsWithTotal = 2, kRowsWithSignature = 3, kLinesWithSignature = 2;

void keepTotal(std::vector<Slice>& slices, std::size_t total)
{
    int rows = 0;
    for (std::size_t i = total; i-- > 0 && rows < kRowsWithTotal;) {
        if (slices[i].kind != SliceKind::Row && slices[i].kind != SliceKind::GroupRow)
            return;
        slices[i].keepWithNext = true;
        rows += slices[i].kind == SliceKind::Row;
    }
}

void keepSignature(std::vector<Slice>& slices, std::size_t signature)
{
    int rows = 0;
    int lines = 0;
    for (std::size_t i = signature; i-- > 0 && rows < kRowsWithSignature && lines < kLinesWithSignature;) {
        if (slices[i].kind == SliceKind::PageBreak)
            return;
        slices[i].keepWithNext = true;
        rows += slices[i].kind == SliceKind::Row;
        lines += slices[i].kind == SliceKind::Line;
    }
}

class Pages {
public:
    explicit Pages(const documents::Part& part) : m_part(part) { open(); }

    double room() const { return bottom() - m_y; }
    double fullRoom() const { return bottom() - m_part.page.top; }
    bool fresh() const { return m_fresh; }
    double headerHeight(const Slice& slice) const { return slice.header ? slice.header->height : 0; }

    void open()
    {
        m_pages.push_back({m_part.page.width(), m_part.page.height(), 0, static_cast<int>(m_pages.size()) + 1, {}});
        m_y = m_part.page.top;
        m_fresh = true;
        if (m_pages.size() > 1 && m_part.numbered)
            placeCentred(m_pages.back().marks, singleLine({{std::to_string(m_pages.size())}}, measures::kBodyPt),
                         measures::centres(m_part.page).page, measures::kPageNumberY);
    }

    void put(const Slice& slice)
    {
        if (m_fresh && m_pages.size() > 1 && slice.header)
            draw(*slice.header);
        draw(slice);
    }

    std::vector<LaidOutPage> take() { return std::move(m_pages); }

private:
    double bottom() const { return m_part.page.height() - m_part.page.bottom + kPageSlack; }

    void draw(const Slice& slice)
    {
        m_pages.back().marks.append(slice.marks, m_y);
        m_y += slice.height + slice.after;
        m_fresh = false;
    }

    const documents::Part& m_part;
    std::vector<LaidOutPage> m_pages;
    double m_y = 0;
    bool m_fresh = true;
};

/// Height of slices [from, to], without the white below the last one.
double heightOf(const std::vector<Slice>& slices, std::size_t from, std::size_t to)
{
    double height = 0;
    for (std::size_t i = from; i <= to; ++i)
        height += slices[i].height + (i < to ? slices[i].after : 0);
    return height;
}

}

void Marks::append(const Marks& other, double dy)
{
    for (auto text : other.texts) {
        text.y += dy;
        texts.push_back(std::move(text));
    }
    for (auto line : other.lines) {
        line.y0 += dy;
        line.y1 += dy;
        lines.push_back(line);
    }
    for (auto box : other.boxes) {
        box.y += dy;
        boxes.push_back(box);
    }
}

void applyKeeps(std::vector<Slice>& slices)
{
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const auto kind = slices[i].kind;
        if (kind == SliceKind::TableHeader || kind == SliceKind::GroupRow)
            slices[i].keepWithNext = true;
        else if (kind == SliceKind::TotalRow)
            keepTotal(slices, i);
        else if (kind == SliceKind::Signature)
            keepSignature(slices, i);
    }
}

std::vector<LaidOutPage> flow(const std::vector<Slice>& slices, const documents::Part& part)
{
    Pages pages(part);
    for (std::size_t i = 0; i < slices.size();) {
        if (slices[i].kind == SliceKind::PageBreak) {
            pages.open();
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end + 1 < slices.size() && slices[end].keepWithNext && slices[end + 1].kind != SliceKind::PageBreak)
            ++end;
        if (heightOf(slices, i, end) + pages.headerHeight(slices[i]) > pages.fullRoom())
            end = i;  // longer than a page: it must break somewhere
        if (!pages.fresh() && heightOf(slices, i, end) > pages.room())
            pages.open();
        for (; i <= end; ++i)
            pages.put(slices[i]);
    }
    return pages.take();
}

}
