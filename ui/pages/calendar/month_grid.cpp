// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calendar/month_grid.h"

#include "services/schedule/school_calendar.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace thidua::ui::prepare {

namespace {

constexpr int kHeadHeight = 24;  ///< pixels of the design
constexpr int kWeekWidth = 44;
constexpr int kLineHeight = 17;
constexpr int kLeastRow = 36;

Date monthOf(Date day)
{
    return Date(day.year(), day.month(), 1);
}

}

MonthGrid::MonthGrid(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("monthGrid"));
    setAccessibleName(tr("Lịch tháng"));
}

void MonthGrid::setItems(std::vector<Item> items, Date today, std::function<int(Date)> weekOf)
{
    m_items = std::move(items);
    m_today = today;
    m_weekOf = std::move(weekOf);
    update();
}

void MonthGrid::setCurrent(Date day)
{
    m_current = day;
    const auto names = namesOn(day);
    setAccessibleDescription(QStringLiteral("%1: %2").arg(dateText(day), names.isEmpty() ? tr("không có mốc nào") : names.join(QStringLiteral("; "))));
    update();
}

QStringList MonthGrid::namesOn(Date day) const
{
    QStringList names;
    for (const auto& item : m_items)
        if (item.on == day)
            names << item.text;
    return names;
}

bool MonthGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto day = dayAt(help->pos());
        const auto names = day ? namesOn(*day) : QStringList();
        names.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), names.join(QLatin1Char('\n')), this);
        return true;
    }
    return QWidget::event(event);
}

QSize MonthGrid::sizeHint() const
{
    return {Theme::px(760), Theme::px(kHeadHeight + 6 * 84)};
}

QSize MonthGrid::minimumSizeHint() const
{
    return {Theme::px(kWeekWidth + 7 * 48), Theme::px(kHeadHeight + 6 * kLeastRow)};
}

Date MonthGrid::firstShown() const
{
    return monthOf(m_current).monday();
}

int MonthGrid::rowCount() const
{
    const auto last = monthOf(m_current).plusMonths(1).plusDays(-1);
    return daysBetween(firstShown(), last) / 7 + 1;
}

QRect MonthGrid::cellOf(int row, int column) const
{
    const int left = Theme::px(kWeekWidth), top = Theme::px(kHeadHeight);
    const int wide = width() - left - 1, high = height() - top - 1, rows = rowCount();
    const int x = left + wide * column / 7, y = top + high * row / rows;
    return {x, y, left + wide * (column + 1) / 7 - x, top + high * (row + 1) / rows - y};
}

std::optional<Date> MonthGrid::dayAt(const QPoint& place) const
{
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < 7; ++column)
            if (cellOf(row, column).contains(place))
                return firstShown().plusDays(row * 7 + column);
    return std::nullopt;
}

void MonthGrid::paintHead(QPainter& painter) const
{
    const auto& tokens = Theme::tokens();
    painter.fillRect(QRect(0, 0, width(), Theme::px(kHeadHeight)), tokens.head);
    painter.setFont(Theme::font(TypeRole::SmallStrong));
    painter.setPen(tokens.text2);
    painter.drawText(QRect(0, 0, Theme::px(kWeekWidth), Theme::px(kHeadHeight)), Qt::AlignCenter, tr("Tuần"));
    for (int column = 0; column < 7; ++column) {
        auto head = cellOf(0, column);
        head.setTop(0);
        head.setHeight(Theme::px(kHeadHeight));
        painter.drawText(head, Qt::AlignCenter, toQ(services::weekdayName(firstShown().plusDays(column))));
    }
}

void MonthGrid::paintDay(QPainter& painter, Date day, const QRect& cell) const
{
    const auto& tokens = Theme::tokens();
    const bool inMonth = day.month() == m_current.month() && day.year() == m_current.year();
    painter.fillRect(cell, day == m_current ? tokens.sel : inMonth ? tokens.surf : tokens.alt);
    painter.setPen(tokens.line);
    painter.drawRect(cell);
    if (day == m_current && hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRect(cell.adjusted(1, 1, -1, -1));
    }
    const int pad = Theme::px(5), line = Theme::px(kLineHeight);
    const QRect head(cell.left() + pad, cell.top() + Theme::px(2), cell.width() - 2 * pad, line);
    painter.setFont(Theme::font(day == m_today ? TypeRole::Strong : TypeRole::Text));
    painter.setPen(day == m_today ? tokens.accent : inMonth ? tokens.text : tokens.text3);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, day == m_today ? tr("hôm nay %1").arg(day.day()) : QString::number(day.day()));
    std::vector<const Item*> here;
    for (const auto& item : m_items)
        if (item.on == day)
            here.push_back(&item);
    const int room = (cell.height() - line - Theme::px(4)) / line;
    const int shown = static_cast<int>(here.size()) <= room ? static_cast<int>(here.size()) : std::max(0, room - 1);
    painter.setFont(Theme::font(TypeRole::Small));
    const QFontMetrics metrics(painter.font());
    for (int at = 0; at < shown; ++at) {
        const auto& item = *here[static_cast<std::size_t>(at)];
        const QRect row(cell.left() + pad, head.bottom() + 1 + at * line, cell.width() - 2 * pad, line);
        const auto colour = item.tone == Tone::Mute ? tokens.text2 : tokens.tone(item.tone).text;
        const int side = Theme::px(12);
        painter.drawPixmap(row.left(), row.top() + (line - side) / 2, iconPixmap(item.icon, colour, side, devicePixelRatioF()));
        painter.setPen(inMonth ? colour : tokens.text3);
        const QRect words = row.adjusted(side + Theme::px(3), 0, 0, 0);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(item.text, Qt::ElideRight, words.width()));
    }
    if (shown < static_cast<int>(here.size())) {
        const QRect row(cell.left() + pad, head.bottom() + 1 + shown * line, cell.width() - 2 * pad, line);
        painter.setPen(tokens.text2);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, shown == 0 ? tr("%1 mốc").arg(here.size()) : tr("và %1 mốc nữa").arg(static_cast<int>(here.size()) - shown));
    }
}

void MonthGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintHead(painter);
    const auto& tokens = Theme::tokens();
    for (int row = 0; row < rowCount(); ++row) {
        const auto monday = firstShown().plusDays(row * 7);
        const auto cell = cellOf(row, 0);
        const QRect side(0, cell.top(), Theme::px(kWeekWidth), cell.height());
        painter.fillRect(side, tokens.head);
        painter.setPen(tokens.line);
        painter.drawRect(side);
        // A week that begins before the school year, or ends after it, is the year's as well; a weekend before the first lesson is none.
        int week = 0;
        for (int column = 0; column < 5 && m_weekOf && week == 0; ++column)
            week = m_weekOf(monday.plusDays(column));
        painter.setFont(Theme::font(TypeRole::Small));
        painter.setPen(tokens.text2);
        painter.drawText(side, Qt::AlignCenter, week > 0 ? QString::number(week) : QStringLiteral("–"));
        for (int column = 0; column < 7; ++column)
            paintDay(painter, monday.plusDays(column), cellOf(row, column));
    }
}

void MonthGrid::choose(Date day)
{
    setCurrent(day);
    emit dayChosen();
}

void MonthGrid::mousePressEvent(QMouseEvent* event)
{
    if (const auto day = dayAt(event->pos()))
        choose(*day);
}

void MonthGrid::mouseDoubleClickEvent(QMouseEvent*)
{
    emit dayOpened();
}

void MonthGrid::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: return choose(m_current.plusDays(-1));
    case Qt::Key_Right: return choose(m_current.plusDays(1));
    case Qt::Key_Up: return choose(m_current.plusDays(-7));
    case Qt::Key_Down: return choose(m_current.plusDays(7));
    case Qt::Key_PageUp: return choose(m_current.plusMonths(-1));
    case Qt::Key_PageDown: return choose(m_current.plusMonths(1));
    case Qt::Key_Home: return choose(monthOf(m_current));
    case Qt::Key_End: return choose(monthOf(m_current).plusMonths(1).plusDays(-1));
    case Qt::Key_Return:
    case Qt::Key_Enter: emit dayOpened(); return;
    default: QWidget::keyPressEvent(event);
    }
}

}
