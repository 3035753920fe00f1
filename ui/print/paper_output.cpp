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

Result<void> savePaper(const documents::Document& document, const std::string& suffix, const std::filesystem::path& path, Progress* progress)
{
    if (suffix == "docx")
        return documents::writeDocx(document, path, progress);
    if (suffix == "xlsx")
        return documents::writeXlsx(document, path, progress);
    if (suffix == "html")
        return documents::saveHtml(document, path, progress);
    return render::writePdf(document, path, progress);
}

PrintRun::PrintRun(const render::PageSet& pages, std::unique_ptr<QPrinter> printer, int first, int last)
    : m_pages(pages), m_printer(std::move(printer)), m_first(std::clamp(first, 1, std::max(1, pages.pageCount()))),
      m_last(last <= 0 ? pages.pageCount() : std::clamp(last, m_first, std::max(m_first, pages.pageCount()))), m_next(m_first)
{
}

PrintRun::~PrintRun()
{
    if (m_painter && m_next <= m_last)
        m_printer->abort();
}

bool PrintRun::begin()
{
    if (m_pages.pageCount() == 0 || !render::paperFontReady())
        return false;
    m_printer->setFullPage(true); // margins are the paper's own: the origin is the sheet's corner
    turn(*m_printer, m_pages.pageSizeMm(m_first - 1));
    m_painter = std::make_unique<QPainter>();
    return m_painter->begin(m_printer.get());
}

bool PrintRun::step()
{
    if (m_failed || m_next > m_last)
        return false;
    if (!m_painter) {
        m_failed = !begin();
    } else {
        turn(*m_printer, m_pages.pageSizeMm(m_next - 1));
        m_failed = !m_printer->newPage();
    }
    if (m_failed)
        return false;
    m_painter->save();
    const double dots = m_printer->resolution() / 25.4;
    m_painter->scale(dots, dots);
    m_pages.paint(*m_painter, m_next - 1);
    m_painter->restore();
    if (++m_next > m_last)
        m_failed = !m_painter->end();
    return !m_failed && m_next <= m_last;
}

std::unique_ptr<QPrinter> askPrinter(const render::PageSet& pages, const QString& title, QWidget* parent)
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(title);
    if (pages.pageCount() > 0)
        turn(*printer, pages.pageSizeMm(0));
    QPrintDialog dialog(printer.get(), parent);
    dialog.setWindowTitle(QCoreApplication::translate("PaperOutput", "In: %1").arg(title));
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setMinMax(1, std::max(1, pages.pageCount()));
    if (dialog.exec() != QDialog::Accepted)
        return nullptr;
    return printer;
}

}
