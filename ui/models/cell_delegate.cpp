// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cell_delegate.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/quota_bar.h"

#include <QPainter>
#include <QPainterPath>

namespace thidua::ui {
namespace {

constexpr int kCellPad = 8;
constexpr int kBarWidth = 82;

/// Cut to the width; what tells people of one name apart, in brackets at the end, stays.
QString shortened(const QString& text, const QFontMetrics& metrics, int width)
{
    constexpr qsizetype kLongest = 16;
    const auto from = text.lastIndexOf(QStringLiteral(" ("));
    if (from <= 0 || !text.endsWith(QLatin1Char(')')) || text.size() - from > kLongest || metrics.horizontalAdvance(text) <= width)
        return metrics.elidedText(text, Qt::ElideRight, width);
    const QString apart = text.mid(from);
    const int room = width - metrics.horizontalAdvance(apart);
    return room < metrics.horizontalAdvance(QStringLiteral("Ngu…")) ? metrics.elidedText(text, Qt::ElideRight, width)
                                                                    : metrics.elidedText(text.left(from), Qt::ElideRight, room) + apart;
}

void paintWords(QPainter& painter, const QRect& rect, const QString& text, TypeRole role, const QColor& color, Qt::Alignment align)
{
    painter.setFont(Theme::font(role));
    painter.setPen(color);
    // Elided with the font that is painted: 600 is wider than 400.
    painter.drawText(rect, static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                     shortened(text, painter.fontMetrics(), rect.width()));
}

QColor wordsColor(const Cell& cell)
{
    const Tokens& t = Theme::tokens();
    if (!cell.error.isEmpty())
        return t.bad.text;
    if (cell.tone != Tone::None)
        return t.tone(cell.tone).text;
    return cell.dim ? t.text2 : t.text;
}

void paintText(QPainter& painter, const QRect& rect, const Cell& cell, Qt::Alignment align)
{
    if (cell.kind != Cell::Kind::TwoLines) {
        paintWords(painter, rect, cell.text, cell.strong ? TypeRole::Strong : TypeRole::Text, wordsColor(cell), align);
        return;
    }
    const int first = Theme::px(18), second = Theme::px(17);
    const int top = rect.y() + (rect.height() - first - second) / 2;
    const Tokens& t = Theme::tokens();
    paintWords(painter, QRect(rect.x(), top, rect.width(), first), cell.text, cell.strong ? TypeRole::Strong : TypeRole::Text, t.text, align);
    paintWords(painter, QRect(rect.x(), top + first, rect.width(), second), cell.second, TypeRole::Small,
               cell.tone == Tone::None ? t.text2 : t.tone(cell.tone).text, align);
}

/// Those that fit, whole; how many more there are stands after them.
void paintChips(QPainter& painter, QRect rect, const QStringList& chips)
{
    const auto wide = [](const QString& words) { return QFontMetrics(Theme::font(TypeRole::Small)).horizontalAdvance(words) + Theme::px(14 + 4); };
    for (qsizetype i = 0; i < chips.size(); ++i) {
        const QString more = QStringLiteral("+%1").arg(chips.size() - i);
        const int after = i + 1 < chips.size() ? wide(more) : 0;
        if (i > 0 && rect.width() < wide(chips[i]) + after)
            return paintWords(painter, rect, more, TypeRole::SmallStrong, Theme::tokens().text2, Qt::AlignLeft);
        const QRect room = rect.adjusted(0, 0, -after, 0);
        if (room.width() < Theme::px(24))
            return;
        rect.setLeft(rect.left() + paintOutlineChip(painter, room, chips[i]) + Theme::px(4));
    }
}

void paintBar(QPainter& painter, const QRect& rect, const Cell& cell)
{
    const int width = std::min(Theme::px(kBarWidth), rect.width());
    const int height = Theme::px(14);
    const QRect bar(rect.x(), rect.y() + (rect.height() - height) / 2, width, height);
    QuotaState state;
    state.kind = QuotaState::Kind::Target;
    state.value = cell.value;
    state.line = cell.line;
    state.full = cell.full;
    paintQuotaBar(painter, bar, state, cell.tone == Tone::None ? Tone::Ok : cell.tone);
    paintWords(painter, rect.adjusted(width + Theme::px(8), 0, 0, 0), cell.text, TypeRole::Small, Theme::tokens().text, Qt::AlignLeft);
}

void paintTick(QPainter& painter, const QRect& rect, const Cell& cell, Qt::Alignment align)
{
    const int side = Theme::px(18);
    const int x = cell.text.isEmpty() && align.testFlag(Qt::AlignHCenter) ? rect.x() + (rect.width() - side) / 2 : rect.x() - Theme::px(2);
    paintTickBox(painter, QRect(x, rect.y(), side, rect.height()), cell.on ? Qt::Checked : Qt::Unchecked, !cell.readOnly, false);
    if (!cell.text.isEmpty())
        paintWords(painter, rect.adjusted(side + Theme::px(6), 0, 0, 0), cell.text, TypeRole::Text, Theme::tokens().text, Qt::AlignLeft);
}

void paintContent(QPainter& painter, const QRect& rect, const Cell& cell, Qt::Alignment align)
{
    switch (cell.kind) {
    case Cell::Kind::Text:
    case Cell::Kind::TwoLines: paintText(painter, rect, cell, align); return;
    case Cell::Kind::Chips: paintChips(painter, rect.adjusted(-Theme::px(4), 0, Theme::px(4), 0), cell.chips); return;
    case Cell::Kind::Mark:
        // The chip's own padding brings its words under those of other cells.
        paintChip(painter, rect.adjusted(-Theme::px(4), 0, Theme::px(6), 0), cell.tone, cell.text, cell.icon, cell.ground);
        return;
    case Cell::Kind::Bar: paintBar(painter, rect, cell); return;
    case Cell::Kind::Tick: paintTick(painter, rect, cell, align); return;
    }
}

}

CellDelegate::CellDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

bool CellDelegate::isTinted(const QModelIndex&) const
{
    return false;
}

void CellDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Cell& cell) const
{
    const Tokens& t = Theme::tokens();
    QColor ground = cell.readOnly ? t.alt : t.surf;
    if (index.data(GroupRole).toBool())
        ground = t.head;
    else if (index.row() == m_hoveredRow)
        ground = t.hover;
    if (option.state.testFlag(QStyle::State_Selected) || isTinted(index))
        ground = t.sel;
    if (cell.ground && cell.kind == Cell::Kind::Text)
        ground = t.tone(cell.tone).ground;
    if (!cell.error.isEmpty())
        ground = t.bad.ground;
    painter.fillRect(option.rect, ground);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    if (m_grid)
        painter.fillRect(QRect(option.rect.right(), option.rect.top(), 1, option.rect.height()), t.line);
}

void CellDelegate::paintFrames(QPainter& painter, const QStyleOptionViewItem& option, const Cell& cell) const
{
    const Tokens& t = Theme::tokens();
    const QRect box = option.rect.adjusted(0, 0, 0, -1);
    if (cell.flagged) {
        const int side = Theme::px(6);
        QPainterPath corner(QPointF(box.right() + 1 - side, box.top()));
        corner.lineTo(box.right() + 1, box.top());
        corner.lineTo(box.right() + 1, box.top() + side);
        painter.fillPath(corner, t.bad.bar);
    }
    if (!cell.error.isEmpty())
        paintFrame(painter, box, Qt::transparent, t.bad.bar, 2, 0);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFrame(painter, box, Qt::transparent, cell.error.isEmpty() ? t.accent : t.bad.text, 2, 2);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Cell cell = index.data(CellRole).value<Cell>();
    painter->save();
    painter->setClipRect(option.rect);
    paintGround(*painter, option, index, cell);
    const int pad = Theme::px(m_grid ? 5 : kCellPad);
    const auto align = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    paintContent(*painter, option.rect.adjusted(pad, 0, -pad, -1), cell, align & Qt::AlignHorizontal_Mask);
    paintFrames(*painter, option, cell);
    painter->restore();
}

int CellDelegate::neededWidth(const Cell& cell)
{
    const auto words = [](const QString& text, TypeRole role) { return QFontMetrics(Theme::font(role)).horizontalAdvance(text); };
    const int pads = 2 * Theme::px(kCellPad) + 2;
    switch (cell.kind) {
    case Cell::Kind::Text: return pads + words(cell.text, cell.strong ? TypeRole::Strong : TypeRole::Text);
    case Cell::Kind::TwoLines: return pads + std::max(words(cell.text, cell.strong ? TypeRole::Strong : TypeRole::Text), words(cell.second, TypeRole::Small));
    case Cell::Kind::Chips: {
        int width = 0;
        for (const QString& chip : cell.chips)
            width += words(chip, TypeRole::Small) + Theme::px(14 + 4);
        return pads + width;
    }
    case Cell::Kind::Mark: return pads + words(cell.text, TypeRole::Small) + Theme::px(14 + 4 + 8);
    case Cell::Kind::Bar: return pads + Theme::px(kBarWidth + 8) + words(cell.text, TypeRole::Small);
    case Cell::Kind::Tick: return pads + Theme::px(20) + words(cell.text, TypeRole::Text);
    }
    return pads;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {neededWidth(index.data(CellRole).value<Cell>()), Theme::px(29)};
}

}
