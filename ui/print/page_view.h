// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page_painter.h"

#include <QAbstractScrollArea>

namespace thidua::ui {

/// The pages of a paper under each other on the desk, drawn by the same commands as print and PDF.
/// PgUp/PgDn, arrows, Home and End move; Ctrl with the wheel zooms.
class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr int kLeastPercent = 50;
    static constexpr int kMostPercent = 200;

    explicit PageView(render::PageSet pages, QWidget* parent = nullptr);
    int pageCount() const { return m_pages.pageCount(); }
    /// From 0: the page that takes most of the view.
    int currentPage() const { return m_current; }
    void showPage(int page);

    /// The sheet as wide as the view; follows the window.
    void setFitWidth();
    bool isFitWidth() const { return m_fitWidth; }
    /// 100 is the sheet's true size on a screen that tells its resolution; kept between 50 and 200.
    void setPercent(int percent);
    /// What is shown now, also while it fits the width.
    int percent() const;
    /// To the next usual step up (1) or down (-1).
    void zoomBy(int step);
signals:
    void currentPageChanged(int page);
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    double pixelsPerMm() const;
    double truePixelsPerMm() const;
    void measure();
    void keepPlace(const std::function<void()>& change);
    QRect sheetRect(int page) const;
    void findCurrent();
    render::PageSet m_pages;
    std::vector<int> m_tops;
    double m_widestMm = 210;
    bool m_fitWidth = true;
    int m_percent = 100;
    int m_current = 0;
};

}
