// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/page_view.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace thidua::ui {
namespace {

constexpr std::array kSteps{50, 75, 100, 125, 150, 200};
constexpr int kMargin = 16; ///< desk around and between the sheets

}

PageView::PageView(render::PageSet pages, QWidget* parent) : QAbstractScrollArea(parent), m_pages(std::move(pages))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("paperView"));
    setAccessibleName(tr("Trang giấy"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // fitting the width must not hide the bar that narrows it
    for (int i = 0; i < m_pages.pageCount(); ++i)
        m_widestMm = std::max(i == 0 ? 0.0 : m_widestMm, m_pages.pageSizeMm(i).width());
    measure();
}

double PageView::truePixelsPerMm() const
{
    return logicalDpiX() / 25.4;
}

double PageView::pixelsPerMm() const
{
    if (!m_fitWidth)
        return truePixelsPerMm() * m_percent / 100.0;
    const int room = viewport()->width() - 2 * Theme::px(kMargin);
    return std::clamp(room / m_widestMm, 0.3 * truePixelsPerMm(), 3.0 * truePixelsPerMm());
}

int PageView::percent() const
{
    return static_cast<int>(std::lround(pixelsPerMm() / truePixelsPerMm() * 100));
}

void PageView::measure()
{
    const double scale = pixelsPerMm();
    const int margin = Theme::px(kMargin);
    m_tops.clear();
    int y = margin;
    for (int i = 0; i < m_pages.pageCount(); ++i) {
        m_tops.push_back(y);
        y += static_cast<int>(std::lround(m_pages.pageSizeMm(i).height() * scale)) + margin;
    }
    const int width = static_cast<int>(std::lround(m_widestMm * scale)) + 2 * margin;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(Theme::px(40));
    verticalScrollBar()->setRange(0, std::max(0, y - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(Theme::px(40));
    horizontalScrollBar()->setRange(0, m_fitWidth ? 0 : std::max(0, width - viewport()->width()));
    viewport()->update();
}

void PageView::keepPlace(const std::function<void()>& change)
{
    const double old = pixelsPerMm();
    const int margin = Theme::px(kMargin);
    const int top = m_tops.empty() ? 0 : m_tops[static_cast<std::size_t>(m_current)] - margin;
    const double into = (verticalScrollBar()->value() - top) / old;
    const int page = m_current;
    change();
    measure();
    const int newTop = m_tops.empty() ? 0 : m_tops[static_cast<std::size_t>(page)] - margin;
    verticalScrollBar()->setValue(newTop + static_cast<int>(std::lround(into * pixelsPerMm())));
    findCurrent();
}

void PageView::setFitWidth()
{
    keepPlace([this] { m_fitWidth = true; });
    emit zoomChanged();
}

void PageView::setPercent(int percent)
{
    keepPlace([this, percent] {
        m_fitWidth = false;
        m_percent = std::clamp(percent, kLeastPercent, kMostPercent);
    });
    emit zoomChanged();
}

void PageView::zoomBy(int step)
{
    const int now = percent();
    if (step > 0) {
        const auto next = std::upper_bound(kSteps.begin(), kSteps.end(), now);
        setPercent(next == kSteps.end() ? kMostPercent : *next);
    } else {
        const auto at = std::lower_bound(kSteps.begin(), kSteps.end(), now);
        setPercent(at == kSteps.begin() ? kLeastPercent : *(at - 1));
    }
}

void PageView::showPage(int page)
{
    if (m_tops.empty())
        return;
    page = std::clamp(page, 0, pageCount() - 1);
    verticalScrollBar()->setValue(m_tops[static_cast<std::size_t>(page)] - Theme::px(kMargin));
    if (m_current != page) { // the last short page may not reach the top
        m_current = page;
        emit currentPageChanged(page);
    }
}

QRect PageView::sheetRect(int page) const
{
    const double scale = pixelsPerMm();
    const QSizeF mm = m_pages.pageSizeMm(page);
    const QSize size(static_cast<int>(std::lround(mm.width() * scale)), static_cast<int>(std::lround(mm.height() * scale)));
    const int widest = static_cast<int>(std::lround(m_widestMm * scale)) + 2 * Theme::px(kMargin);
    const int room = std::max(viewport()->width(), widest);
    return {QPoint((room - size.width()) / 2 - horizontalScrollBar()->value(),
                   m_tops[static_cast<std::size_t>(page)] - verticalScrollBar()->value()),
            size};
}

void PageView::findCurrent()
{
    int best = m_current;
    int most = -1;
    for (int i = 0; i < pageCount(); ++i) {
        const int seen = sheetRect(i).intersected(viewport()->rect()).height();
        if (seen > most) {
            most = seen;
            best = i;
        }
    }
    if (best != m_current) {
        m_current = best;
        emit currentPageChanged(best);
    }
}

void PageView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const Tokens& t = Theme::tokens();
    painter.fillRect(event->rect(), t.desk);
    const double scale = pixelsPerMm();
    for (int i = 0; i < pageCount(); ++i) {
        const QRect sheet = sheetRect(i);
        if (!sheet.intersects(event->rect()))
            continue;
        painter.fillRect(sheet, t.paper);
        painter.save();
        painter.setClipRect(sheet.intersected(event->rect()));
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.translate(sheet.topLeft());
        painter.scale(scale, scale);
        m_pages.paint(painter, i);
        painter.restore();
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::resizeEvent(QResizeEvent*)
{
    keepPlace([] {});
    if (m_fitWidth)
        emit zoomChanged();
}

void PageView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void PageView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home: bar->setValue(0); return;
    case Qt::Key_End: bar->setValue(bar->maximum()); return;
    case Qt::Key_PageDown: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); return;
    case Qt::Key_Space: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); return;
    case Qt::Key_PageUp: bar->triggerAction(QAbstractSlider::SliderPageStepSub); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    findCurrent();
}

}
