// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/block_layout.h"

#include "documents/line_fit.h"
#include "render/line_breaker.h"

#include <algorithm>
#include <array>

namespace thidua::render {
namespace {

namespace measures = documents::measures;
using documents::Ballot;

// phieu-bau: one ballot is 210 × 148.5; the lower one is the upper one moved down.
constexpr double kHalf = 148.5, kHeadY = 14.0, kPitch = 5.2, kRuleDrop = 1.8, kDateY = 26.6;
constexpr double kTitleY = 37.5, kTitlePitch = 6.2, kInstructionDrop = 5.8, kTableDrop = 4.0;
constexpr double kHeaderRow = 8.0, kHeaderBaseline = 5.3, kBox = 5.0, kBoxPt = 0.7;
constexpr double kNotesDrop = 8.2, kNotesPitch = 6.0, kCutLeft = 8.0, kCutRight = 202.0;
constexpr double kBottom = 12.0;  // nothing below: printers need it
constexpr std::size_t kTwoOnSheet = 5;
using Edges = std::array<double, 6>;
constexpr Edges kEdges{17.5, 27.5, 85.5, 135.5, 162.5, 192.5};
constexpr double kRow = 9.0;
// Many names: lower rows, and room for a post on one line, so that an honour stays on one sheet where it can.
constexpr Edges kTightEdges{17.5, 27.5, 75.5, 143.5, 163.5, 192.5};
constexpr double kTightRow = 7.2;
constexpr measures::Centres kCentres{56.0, 147.0, 105.0};

struct BallotTable {
    Edges edges = kEdges;
    double row = kRow;
};

/// Draws one ballot from `top` on; what does not fit above `bottom` goes on to the next sheet.
class BallotSetter {
public:
    /// `sheets` is how many sheets one ballot takes; each says which one it is.
    BallotSetter(const Ballot& ballot, std::vector<LaidOutPage>& pages, const documents::PageSetup& page, const BallotTable& table, int sheets)
        : m_ballot(ballot), m_pages(pages), m_page(page), m_edges(table.edges), m_row(table.row), m_sheets(sheets)
    {
        if (!hasPosts())
            m_edges[2] = m_edges[3];
    }

    /// Returns the baseline of the last note.
    double draw(double top)
    {
        double y = drawTop(top);
        y = drawHeader(y);
        for (std::size_t i = 0; i < m_ballot.candidates.size(); ++i)
            y = drawRow(i, y);
        return drawNotes(y);
    }

private:
    Marks& marks() { return m_pages.back().marks; }
    static BrokenLine line(const std::string& text, double pt, bool bold, bool italic) { return singleLine({{text, bold, italic}}, pt); }
    void rule(double x0, double y0, double x1, double y1) { marks().lines.push_back({x0, y0, x1, y1}); }

    double drawTop(double top)
    {
        drawHead(marks(), m_ballot.head, {kCentres, top + kHeadY, kPitch, kRuleDrop, 76.0});
        if (m_ballot.head.placeDate)
            placeCentred(marks(), singleLine(*m_ballot.head.placeDate, measures::kBodyPt), kCentres.right, top + kDateY);
        double y = top + kTitleY;
        placeCentred(marks(), line(title(), measures::kTitlePt, true, false), kCentres.page, y);
        for (const auto& text : breakLines({{m_ballot.subject, true}}, measures::kTitlePt, {m_edges.back() - m_edges.front(), 0, Fit::Ragged}))
            placeCentred(marks(), text, kCentres.page, y += kTitlePitch);
        placeCentred(marks(), line(m_ballot.instruction, measures::kTablePt, false, true), kCentres.page, y += kInstructionDrop);
        return y + kTableDrop;
    }

    double drawHeader(double y)
    {
        const std::array<std::string, 5> titles{"TT", m_ballot.nameHeader, m_ballot.positionHeader, "Đồng ý", "Không đồng ý"};
        for (std::size_t i = 0; i < titles.size(); ++i)
            if (i != 2 || hasPosts())
                placeCentred(marks(), line(titles[i], measures::kTablePt, true, false), (m_edges[i] + m_edges[i + 1]) / 2, y + kHeaderBaseline);
        rule(m_edges.front(), y, m_edges.back(), y);
        frame(y, kHeaderRow);
        return y + kHeaderRow;
    }

    void frame(double y, double height)
    {
        for (std::size_t i = 0; i < m_edges.size(); ++i)
            if (i == 0 || m_edges[i] > m_edges[i - 1]) // a column that is left out has no width
                rule(m_edges[i], y, m_edges[i], y + height);
        rule(m_edges.front(), y + height, m_edges.back(), y + height);
    }

    void cell(const std::vector<BrokenLine>& lines, std::size_t column, double y, double height)
    {
        const double pitch = measures::kTablePt * measures::kCellPitch * measures::kPointMm;
        // One line stands 5.8 below the row's top (row 9): the middle of the row lies 1.3 above the baseline.
        double at = y + height / 2 + 1.3 - pitch * (static_cast<double>(lines.size()) - 1) / 2;
        for (const auto& text : lines) {
            if (column == 0)
                placeCentred(marks(), text, (m_edges[0] + m_edges[1]) / 2, at);
            else
                place(marks(), text, m_edges[column] + measures::kCellSide, at);
            at += pitch;
        }
    }

    std::vector<BrokenLine> broken(const std::string& text, std::size_t column) const
    {
        const double room = m_edges[column + 1] - m_edges[column] - 2 * measures::kCellSide;
        return breakLines({{documents::boundNames(text, room, measures::kTablePt, false)}}, measures::kTablePt, {room, 0, Fit::Ragged});
    }

    double drawRow(std::size_t index, double y)
    {
        const auto& candidate = m_ballot.candidates[index];
        const auto name = broken(candidate.name, 1);
        const auto position = hasPosts() ? broken(candidate.position.empty() ? documents::kDash : candidate.position, 2) : std::vector<BrokenLine>();
        const double pitch = measures::kTablePt * measures::kCellPitch * measures::kPointMm;
        const double height = std::max(m_row, pitch * static_cast<double>(std::max(name.size(), position.size())) + 1.7);
        if (y + height > m_page.height() - kBottom)
            y = drawHeader(openSheet());
        cell(broken(std::to_string(index + 1), 0), 0, y, height);
        cell(name, 1, y, height);
        cell(position, 2, y, height);
        for (std::size_t column = 3; column < 5; ++column)
            marks().boxes.push_back({(m_edges[column] + m_edges[column + 1]) / 2 - kBox / 2, y + (height - kBox) / 2, kBox, kBox, kBoxPt});
        frame(y, height);
        return y + height;
    }

    double openSheet()
    {
        m_pages.push_back({m_page.width(), m_page.height(), 0, static_cast<int>(m_pages.size()) + 1, {}});
        ++m_sheet;
        // A sheet that came apart from its first one still says whose ballot it is, on what, and which sheet.
        double y = m_page.top + kTitlePitch;
        std::string unit;
        for (const auto& name : m_ballot.head.agency)
            unit += (unit.empty() ? "" : " ") + name;
        placeCentred(marks(), line(unit, measures::kTablePt, true, false), kCentres.page, y);
        placeCentred(marks(), line(title(), measures::kTablePt, true, false), kCentres.page, y += kTitlePitch);
        for (const auto& text : breakLines({{m_ballot.subject}}, measures::kTablePt, {m_edges.back() - m_edges.front(), 0, Fit::Ragged}))
            placeCentred(marks(), text, kCentres.page, y += kTitlePitch);
        return y + kTitlePitch;
    }

    double drawNotes(double y)
    {
        std::vector<BrokenLine> lines;
        for (const auto& note : m_ballot.notes) {
            const bool last = &note == &m_ballot.notes.back();
            for (auto& text : breakLines({{note, last, last}}, measures::kTablePt, {m_edges.back() - m_edges.front(), 0, Fit::Ragged}))
                lines.push_back(std::move(text));
        }
        if (y + kNotesDrop + kNotesPitch * static_cast<double>(lines.size() - 1) > m_page.height() - kBottom)
            y = openSheet();
        y += kNotesDrop - kNotesPitch;
        for (const auto& text : lines)
            place(marks(), text, m_edges.front(), y += kNotesPitch);
        return y;
    }

    std::string title() const
    {
        return m_sheets < 2 ? m_ballot.title : m_ballot.title + " (tờ " + std::to_string(m_sheet) + "/" + std::to_string(m_sheets) + ")";
    }

    /// Where nobody has a post (collectives) the names take its column.
    bool hasPosts() const { return !m_ballot.positionHeader.empty(); }

    int m_sheet = 1;
    const Ballot& m_ballot;
    std::vector<LaidOutPage>& m_pages;
    const documents::PageSetup& m_page;
    Edges m_edges;
    double m_row;
    int m_sheets;
};

int sheetsOf(const Ballot& ballot, const documents::PageSetup& page, const BallotTable& table)
{
    std::vector<LaidOutPage> pages(1);
    BallotSetter(ballot, pages, page, table, 1).draw(0);
    return static_cast<int>(pages.size());
}

}

std::vector<LaidOutPage> layoutBallots(const Ballot& ballot, const documents::PageSetup& page)
{
    std::vector<LaidOutPage> pages;
    const auto open = [&] { pages.push_back({page.width(), page.height(), 0, static_cast<int>(pages.size()) + 1, {}}); };
    BallotTable table;
    int sheets = sheetsOf(ballot, page, table);
    if (sheets > 1) {
        const BallotTable tight{kTightEdges, kTightRow};
        if (const int fewer = sheetsOf(ballot, page, tight); fewer < sheets) {
            table = tight;
            sheets = fewer;
        }
    }
    bool twoFit = ballot.candidates.size() <= kTwoOnSheet;
    for (int copy = 0; copy < ballot.copies; ++copy) {
        const bool lower = twoFit && copy % 2 == 1;
        if (!lower)
            open();
        BallotSetter setter(ballot, pages, page, table, sheets);
        const double end = setter.draw(lower ? kHalf : 0);
        if (copy == 0)
            twoFit = twoFit && kHalf + end <= page.height() - kBottom; // the lower one ends above what printers leave free
        if (lower)
            pages.back().marks.lines.push_back({kCutLeft, kHalf, kCutRight, kHalf, 0.4, Stroke::Dashed});
    }
    return pages;
}

}
