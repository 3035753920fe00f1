// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/thumbnail_list.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>
#include <map>

namespace thidua::ui {
namespace {

constexpr int kLongSide = 142;
constexpr int kPadding = 8;
constexpr int kCaption = 26;

class ThumbnailDelegate final : public QStyledItemDelegate {
public:
    ThumbnailDelegate(render::PageSet pages, QObject* parent) : QStyledItemDelegate(parent), m_pages(std::move(pages)) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {Theme::px(116), sheetSize(index.row()).height() + Theme::px(kPadding + kCaption)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = Theme::tokens();
        const bool current = option.state & QStyle::State_Selected;
        const bool focus = current && (option.state & QStyle::State_HasFocus);
        const QSize size = sheetSize(index.row());
        const QRect sheet(option.rect.x() + (option.rect.width() - size.width()) / 2, option.rect.y() + Theme::px(kPadding), size.width(),
                          size.height());
        painter->save();
        painter->fillRect(sheet, t.paper);
        painter->drawPixmap(sheet, picture(index.row(), size, painter->device()->devicePixelRatioF()));
        const int pen = current ? Theme::px(focus ? 3 : 2) : 1;
        painter->setPen(QPen(current ? t.accent : t.field, pen));
        painter->drawRect(QRectF(sheet).adjusted(-pen / 2.0, -pen / 2.0, pen / 2.0, pen / 2.0));
        painter->setFont(Theme::font(current ? TypeRole::SmallStrong : TypeRole::Small));
        painter->setPen(current ? t.text : t.text2);
        const QRect caption(option.rect.x(), sheet.bottom() + Theme::px(4), option.rect.width(), Theme::px(18));
        painter->drawText(caption, Qt::AlignCenter, index.data().toString());
        painter->restore();
    }

private:
    QSize sheetSize(int page) const
    {
        const QSizeF mm = m_pages.pageSizeMm(page);
        const double scale = Theme::px(kLongSide) / std::max({mm.width() * 1.4, mm.height(), 1.0});
        return {static_cast<int>(std::lround(mm.width() * scale)), static_cast<int>(std::lround(mm.height() * scale))};
    }

    QPixmap picture(int page, const QSize& size, double ratio) const
    {
        QPixmap& kept = m_pictures[page];
        const QSize dots = size * ratio;
        if (kept.size() == dots)
            return kept;
        kept = QPixmap(dots);
        kept.fill(Theme::tokens().paper);
        QPainter painter(&kept);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        const double scale = dots.width() / m_pages.pageSizeMm(page).width();
        painter.scale(scale, scale);
        m_pages.paint(painter, page);
        return kept;
    }

    render::PageSet m_pages;
    mutable std::map<int, QPixmap> m_pictures;
};

}

ThumbnailList::ThumbnailList(render::PageSet pages, QWidget* parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("thumbnails"));
    setAccessibleName(tr("Các trang"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSpacing(0);
    for (int i = 0; i < pages.pageCount(); ++i)
        m_model->appendRow(new QStandardItem(tr("Trang %1").arg(i + 1)));
    setModel(m_model);
    setItemDelegate(new ThumbnailDelegate(std::move(pages), this));
    setCurrentPage(0);
}

void ThumbnailList::setCurrentPage(int page)
{
    m_following = true;
    setCurrentIndex(m_model->index(page, 0));
    m_following = false;
}

void ThumbnailList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_following)
        emit pageChosen(current.row());
}

}
