// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/paper_output.h"

#include "documents/writers/docx_writer.h"
#include "documents/writers/html_writer.h"
#include "documents/writers/xlsx_writer.h"
#include "render/fonts.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>

namespace thidua::ui {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("PaperOutput", text);
}

void turn(QPrinter& printer, const QSizeF& mm)
{
    printer.setPageOrientation(mm.width() > mm.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
}

}

std::vector<PaperFormat> paperFormats(const std::vector<std::string>& suffixes)
{
    const std::vector<PaperFormat> all{
        {"pdf", say(QT_TRANSLATE_NOOP("PaperOutput", "Lưu PDF…")), say(QT_TRANSLATE_NOOP("PaperOutput", "Tài liệu PDF")),
         QStringLiteral("pdf")},
        {"docx", say(QT_TRANSLATE_NOOP("PaperOutput", "Lưu Word…")), say(QT_TRANSLATE_NOOP("PaperOutput", "Tài liệu Word")),
         QStringLiteral("word")},
        {"xlsx", say(QT_TRANSLATE_NOOP("PaperOutput", "Lưu Excel…")), say(QT_TRANSLATE_NOOP("PaperOutput", "Sổ tính Excel")),
         QStringLiteral("excel")},
        {"html", say(QT_TRANSLATE_NOOP("PaperOutput", "Lưu trang web…")), say(QT_TRANSLATE_NOOP("PaperOutput", "Trang web")),
         QStringLiteral("report")},
    };
    std::vector<PaperFormat> wanted;
    for (const auto& format : all)
        if (std::find(suffixes.begin(), suffixes.end(), format.suffix) != suffixes.end())
            wanted.push_back(format);
    return wanted;
}

Result<void> savePaper(const documents::Document& document, const std::string& suffix, const std::filesystem::path& path)
{
    if (suffix == "docx")
        return documents::writeDocx(document, path);
    if (suffix == "xlsx")
        return documents::writeXlsx(document, path);
    if (suffix == "html")
        return documents::saveHtml(document, path);
    return render::writePdf(document, path);
}

bool printPages(const render::PageSet& pages, QPrinter& printer, int first, int last)
{
    if (pages.pageCount() == 0 || !render::paperFontReady())
        return false;
    const int from = std::clamp(first, 1, pages.pageCount());
    const int to = last <= 0 ? pages.pageCount() : std::clamp(last, from, pages.pageCount());
    printer.setFullPage(true); // margins are the paper's own: the origin is the sheet's corner
    turn(printer, pages.pageSizeMm(from - 1));
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    for (int page = from; page <= to; ++page) {
        if (page > from) {
            turn(printer, pages.pageSizeMm(page - 1));
            if (!printer.newPage())
                return false;
        }
        painter.save();
        const double dots = printer.resolution() / 25.4;
        painter.scale(dots, dots);
        pages.paint(painter, page - 1);
        painter.restore();
    }
    return painter.end();
}

PrintOutcome printWithDialog(const render::PageSet& pages, const QString& title, QWidget* parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setDocName(title);
    if (pages.pageCount() > 0)
        turn(printer, pages.pageSizeMm(0));
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(QCoreApplication::translate("PaperOutput", "In: %1").arg(title));
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setMinMax(1, std::max(1, pages.pageCount()));
    if (dialog.exec() != QDialog::Accepted)
        return PrintOutcome::Cancelled;
    return printPages(pages, printer, dialog.fromPage(), dialog.toPage()) ? PrintOutcome::Printed : PrintOutcome::Failed;
}

}
