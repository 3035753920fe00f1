// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/page_painter.h"

#include "base/path_text.h"
#include "documents/output_file.h"
#include "render/fonts.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <cerrno>

namespace thidua::render {
namespace {

constexpr int kPdfDotsPerInch = 1440;  // a dot is one layout unit

QPen penOf(double pt, Stroke stroke)
{
    QPen pen(Qt::black);
    pen.setWidthF(pt * 20);
    pen.setCapStyle(stroke == Stroke::Solid ? Qt::SquareCap : Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    if (stroke == Stroke::Dashed)
        pen.setDashPattern({6, 6});
    return pen;
}

QPointF units(double x, double y)
{
    return {x / kUnitMm, y / kUnitMm};
}

void drawText(QPainter& painter, const PlacedText& text)
{
    QFont font = paperFont(text.style);
    if (text.wordSpacing != 0)
        font.setWordSpacing(text.wordSpacing / kUnitMm);
    painter.setFont(font);
    painter.drawText(units(text.x, text.y), text.text);
}

/// From its first line to its last, with as many pages as were painted.
bool isWholePdf(std::string_view bytes, int pages)
{
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.remove_suffix(1);
    if (!bytes.starts_with("%PDF-") || !bytes.ends_with("%%EOF"))
        return false;
    int found = 0;
    for (auto at = bytes.find("/Type /Page\n"); at != std::string_view::npos; at = bytes.find("/Type /Page\n", at + 1))
        ++found;
    return found == pages;
}

QPageLayout pageLayout(const LaidOutPage& page)
{
    const auto orientation = page.width > page.height ? QPageLayout::Landscape : QPageLayout::Portrait;
    QPageLayout layout(QPageSize(QPageSize::A4), orientation, QMarginsF());
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

}

PageSet PageSet::layout(const documents::Document& document)
{
    PageSet set;
    set.m_pages = std::make_shared<const std::vector<LaidOutPage>>(layoutPages(document));
    return set;
}

QSizeF PageSet::pageSizeMm(int page) const
{
    const auto& laidOut = m_pages->at(static_cast<std::size_t>(page));
    return {laidOut.width, laidOut.height};
}

void PageSet::paint(QPainter& painter, int page) const
{
    const auto& marks = m_pages->at(static_cast<std::size_t>(page)).marks;
    painter.save();
    painter.scale(kUnitMm, kUnitMm);
    painter.setPen(Qt::black);
    painter.setBrush(Qt::NoBrush);
    for (const auto& text : marks.texts)
        drawText(painter, text);
    for (const auto& line : marks.lines) {
        painter.setPen(penOf(line.pt, line.stroke));
        painter.drawLine(units(line.x0, line.y0), units(line.x1, line.y1));
    }
    for (const auto& box : marks.boxes) {
        painter.setPen(penOf(box.pt, Stroke::Solid));
        painter.drawRect(QRectF(units(box.x, box.y), units(box.x + box.width, box.y + box.height)));
    }
    painter.restore();
}

Result<void> writePdf(const documents::Document& document, const std::filesystem::path& path, Progress* progress)
{
    if (!paperFontReady()) {
        return fail(ErrorCode::NotFound, "output.no-fonts", {pathText(path), paperFontsWanted().toStdString()});
    }
    const auto pages = PageSet::layout(document);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDotsPerInch);
    writer.setTitle(QString::fromStdString(document.title));
    writer.setCreator(QStringLiteral("Thi Đua"));
    if (progress != nullptr)
        progress->begin(pages.pageCount());
    QPainter painter;
    for (int page = 0; page < pages.pageCount(); ++page) {
        if (progress != nullptr && !progress->step())
            return documents::stoppedWriting(path);
        writer.setPageLayout(pageLayout(pages.pages()[static_cast<std::size_t>(page)]));
        if (page == 0 ? !painter.begin(&writer) : !writer.newPage())
            return documents::outputFailure(path, EIO);
        painter.save();
        painter.scale(1 / kUnitMm, 1 / kUnitMm);
        pages.paint(painter, page);
        painter.restore();
    }
    if (!painter.end())
        return documents::outputFailure(path, EIO);
    return documents::replaceFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())},
                                  [&](std::string_view read) { return isWholePdf(read, pages.pageCount()); }, progress);
}

}
