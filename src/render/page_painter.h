// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "render/page_layout.h"

#include <QSizeF>
#include <filesystem>
#include <memory>

class QPainter;

namespace thidua::render {

/// The pages of a document, ready for preview, printer and PDF alike. Copies share the pages.
class PageSet {
public:
    /// Needs a QGuiApplication, no window.
    static PageSet layout(const documents::Document& document);

    int pageCount() const { return static_cast<int>(m_pages->size()); }
    /// 210 × 297 or 297 × 210; `page` from 0.
    QSizeF pageSizeMm(int page) const;
    /// Draws the page in millimetres: scale the painter to pixels (or dots) for a millimetre and move it to the sheet's corner first.
    /// Paper and background are the caller's.
    void paint(QPainter& painter, int page) const;
    const std::vector<LaidOutPage>& pages() const { return *m_pages; }

private:
    std::shared_ptr<const std::vector<LaidOutPage>> m_pages;
};

/// A PDF whose text can be searched, with its fonts inside. The file appears under its name only when it is complete.
/// `progress` counts its pages; stopped, nothing appears.
Result<void> writePdf(const documents::Document& document, const std::filesystem::path& path, Progress* progress = nullptr);

}
