// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/document.h"
#include "render/page_painter.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

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
/// Writes the paper in the form of `suffix`; the file appears only when it is complete.
Result<void> savePaper(const documents::Document& document, const std::string& suffix, const std::filesystem::path& path);

/// Page for page as previewed; orientation follows each page. `first` and `last` count from 1, 0 means all.
/// False when the printer refused.
bool printPages(const render::PageSet& pages, QPrinter& printer, int first = 0, int last = 0);

enum class PrintOutcome { Printed, Cancelled, Failed };
/// Asks which printer and prints.
PrintOutcome printWithDialog(const render::PageSet& pages, const QString& title, QWidget* parent);

}
