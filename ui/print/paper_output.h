// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/document.h"
#include "render/page_painter.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

class QPainter;
class QPrinter;
class QWidget;

namespace thidua::ui {

/// One kind of file that a paper can be saved as.
struct PaperFormat {
    std::string suffix;   ///< "pdf", "docx", "xlsx", "html"
    QString verb;         ///< “Lưu PDF…”
    QString name;         ///< “Tài liệu PDF”
    QString icon;
};
/// Those of `suffixes` that the program writes, in the order PDF, Word, Excel, web page.
std::vector<PaperFormat> paperFormats(const std::vector<std::string>& suffixes);
/// Writes the paper in the form of `suffix`; the file appears only when it is complete, and not when `progress` is stopped before.
Result<void> savePaper(const documents::Document& document, const std::string& suffix, const std::filesystem::path& path, Progress* progress = nullptr);

/// Pages on their way to a printer, one step each, as previewed; orientation follows each page. Gone before the last one, it gives the
/// printing up. `first` and `last` count from 1, 0 means all.
class PrintRun {
public:
    PrintRun(const render::PageSet& pages, std::unique_ptr<QPrinter> printer, int first = 0, int last = 0);
    ~PrintRun();
    PrintRun(const PrintRun&) = delete;
    PrintRun& operator=(const PrintRun&) = delete;
    /// The next page; false when the printer refused, or all stand there.
    bool step();
    bool failed() const { return m_failed; }
    int printed() const { return m_next - m_first; }
    int total() const { return m_last - m_first + 1; }

private:
    bool begin();
    render::PageSet m_pages;
    std::unique_ptr<QPrinter> m_printer;
    std::unique_ptr<QPainter> m_painter;
    int m_first, m_last, m_next;
    bool m_failed = false;
};

/// Asks which printer; none when the person thinks better of it. Its fromPage() and toPage() say what was wanted.
std::unique_ptr<QPrinter> askPrinter(const render::PageSet& pages, const QString& title, QWidget* parent);

}
