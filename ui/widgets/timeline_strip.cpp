// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_strip.h"

#include "ui/text/qt_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace thidua::ui {
namespace {

// Rows from the top: months 24, campaigns 20, tasks and deadlines 20, observances 18.
constexpr int kMonths = 24;
constexpr int kStripBand = 18;
constexpr int kBandTop = 26;
constexpr int kTaskTop = 48;
constexpr int kObservanceTop = 68;
constexpr int kStripHeight = 90;

QString spokenItem(const TimelineStrip::Item& item)
{
    return item.to ? QStringLiteral("%1: %2 – %3").arg(item.text, dateText(item.from), dateText(item.to))
                   : QStringLiteral("%1: %2").arg(item.text, dateText(item.from));
}

}

TimelineStrip::TimelineStrip(QWidget* parent) : QWidget(parent), m_first(2021, 9, 1), m_last(2022, 5, 31)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Lịch năm học"));
}

void TimelineStrip::setSpan(Date first, Date last)
{
    m_first = Date(first.year(), first.month(), 1);
    m_last = Date(last.year(), last.month(), 1).plusMonths(1).plusDays(-1);
    place();
}

void TimelineStrip::setToday(const std::optional<Date>& today)
{
    m_today = today;
    update();
}

void TimelineStrip::setItems(std::vector<Item> items)
{
    m_items = std::move(items);
    std::stable_sort(m_items.begin(), m_items.end(), [](const Item& a, const Item& b) { return a.from < b.from; });
    m_current = -1;
    place();
}

QSize TimelineStrip::sizeHint() const
{
    return {Theme::px(600), Theme::px(kStripHeight)};
}

QSize TimelineStrip::minimumSizeHint() const
{
    return {Theme::px(400), Theme::px(kStripHeight)};
}

int TimelineStrip::xOf(Date date) const
{
    const int span = daysBetween(m_first, m_last) + 1;
    return std::clamp(daysBetween(m_first, date), 0, span) * (width() - 1) / span;
}

void TimelineStrip::place()
{
    m_placed.clear();
    placeRow(Item::Kind::Band, Theme::px(kBandTop), Theme::px(kStripBand));
    placeRow(Item::Kind::Task, Theme::px(kTaskTop), Theme::px(kStripBand));
    placeRow(Item::Kind::Deadline, Theme::px(kTaskTop), Theme::px(kStripBand));
    placeRow(Item::Kind::Observance, Theme::px(kObservanceTop), Theme::px(kStripBand));
    update();
}

void TimelineStrip::placeRow(Item::Kind kind, int y, int height)
{
    const QFontMetrics metrics(Theme::font(kind == Item::Kind::Deadline ? TypeRole::SmallStrong : TypeRole::Small));
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const Item& item = m_items[i];
        if (item.kind != kind || item.from > m_last || (item.to.value_or(item.from)) < m_first)
            continue;
        const int x = xOf(item.from);
        const int words = metrics.horizontalAdvance(item.text) + Theme::px(2);
        Placed placed{{}, {}, i};
        if (kind == Item::Kind::Band || kind == Item::Kind::Task) {
            const int end = std::max(xOf(item.to.value_or(item.from).plusDays(1)), x + Theme::px(8));
            placed.rect = QRect(x, y, end - x - Theme::px(2), height);
            placed.words = placed.rect.adjusted(Theme::px(7), 0, -Theme::px(4), 0);
            if (kind == Item::Kind::Task && placed.words.width() < words) { // a short task grows rather than losing its name
                const int left = std::max(0, std::min(x, width() - words - Theme::px(14)));
                placed.rect = QRect(left, y, words + Theme::px(14), height);
                placed.words = placed.rect.adjusted(Theme::px(7), 0, 0, 0);
            }
        } else {
            placed.rect = QRect(x, y, words, height);
            placed.words = placed.rect;
        }
        m_placed.push_back(placed);
    }
    if (kind == Item::Kind::Deadline || kind == Item::Kind::Observance)
        spread(kind, metrics);
    std::stable_sort(m_placed.begin(), m_placed.end(), [](const Placed& a, const Placed& b) { return a.item < b.item; });
}

void TimelineStrip::spread(Item::Kind kind, const QFontMetrics& metrics)
{
    // Right of its mark where the whole name fits before the next mark, else left of it, else where there is more room.
    std::vector<Placed*> row;
    std::vector<QRect> tasks; // deadlines stand in the row of the tasks
    for (Placed& placed : m_placed) {
        if (m_items[placed.item].kind == kind)
            row.push_back(&placed);
        else if (kind == Item::Kind::Deadline && m_items[placed.item].kind == Item::Kind::Task)
            tasks.push_back(placed.rect);
    }
    const int gap = Theme::px(kind == Item::Kind::Deadline ? 6 : 8);
    const int date = metrics.horizontalAdvance(QStringLiteral("00/00")) + Theme::px(2);
    const auto markOf = [&](std::size_t i) { return i < row.size() ? xOf(m_items[row[i]->item].from) : width() + gap; };
    const auto rightRoom = [&](std::size_t i) { return markOf(i + 1) - gap - (markOf(i) + gap); };
    int taken = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        Placed& placed = *row[i];
        const int x = markOf(i);
        const int full = placed.words.width();
        for (const QRect& task : tasks)
            if (task.left() <= x)
                taken = std::max(taken, std::min(task.right() + gap, x));
        // A next mark without room on its own right keeps room for its date on its left.
        const int right = rightRoom(i) - (i + 1 < row.size() && rightRoom(i + 1) < date ? date : 0);
        const int left = x - gap - taken;
        const bool leftward = right < full && left > right;
        const int room = std::clamp(leftward ? left : right, 0, full);
        placed.words = QRect(leftward ? x - gap - room : x + gap, placed.rect.y(), room, placed.rect.height());
        const int first = std::min(placed.words.left(), x - Theme::px(4));
        placed.rect = QRect(first, placed.rect.y(), std::max(x + Theme::px(4), placed.words.left() + room) - first, placed.rect.height());
        taken = std::max(x + gap, placed.words.left() + room + Theme::px(4));
    }
}

QString TimelineStrip::fittingWords(const QString& text, const QFontMetrics& metrics, int room)
{
    // Cut with a mark; where less than the date and a word remains, the date alone, then nothing: the tooltip has it whole.
    if (metrics.horizontalAdvance(text) <= room)
        return text;
    const QString date = text.section(QLatin1Char(' '), 0, 0);
    const QString cut = metrics.elidedText(text, Qt::ElideRight, room);
    if (cut.size() > date.size() + 4)
        return cut;
    return metrics.horizontalAdvance(date) <= room ? date : QString();
}

void TimelineStrip::paintMonths(QPainter& painter) const
{
    const Tokens& t = Theme::tokens();
    painter.setFont(Theme::font(TypeRole::SmallStrong));
    for (Date month = m_first; month <= m_last; month = month.plusMonths(1)) {
        const int x = xOf(month);
        if (month != m_first)
            painter.fillRect(QRect(x, 0, 1, height()), t.line);
        const bool named = month == m_first || month.month() == 1;
        const QString name = named ? tr("Tháng %1/%2").arg(month.month()).arg(month.year()) : tr("Tháng %1").arg(month.month());
        painter.setPen(t.text2);
        painter.drawText(QRect(x + Theme::px(6), 0, Theme::px(110), Theme::px(kMonths - 2)), Qt::AlignVCenter, name);
    }
}

void TimelineStrip::paintToday(QPainter& painter) const
{
    if (!m_today || *m_today < m_first || *m_today > m_last)
        return;
    const Tokens& t = Theme::tokens();
    const int x = xOf(*m_today);
    painter.fillRect(QRect(x, Theme::px(kBandTop - 4), Theme::px(2), height()), t.bad.bar);
    painter.setFont(Theme::font(TypeRole::SmallStrong));
    painter.setPen(t.bad.text);
    const QString words = tr("hôm nay %1/%2").arg(m_today->day()).arg(m_today->month());
    const int width = painter.fontMetrics().horizontalAdvance(words);
    const int left = x - width - Theme::px(4) < 0 ? x + Theme::px(6) : x - width - Theme::px(4);
    painter.drawText(QRect(left, Theme::px(kObservanceTop), width + 2, Theme::px(kStripBand)), Qt::AlignVCenter, words);
}

void TimelineStrip::paintItem(QPainter& painter, const Placed& placed) const
{
    const Tokens& t = Theme::tokens();
    const Item& item = m_items[placed.item];
    const ToneColors colors = t.tone(item.tone);
    painter.setFont(Theme::font(item.kind == Item::Kind::Deadline ? TypeRole::SmallStrong : TypeRole::Small));
    const int x = xOf(item.from);
    switch (item.kind) {
    case Item::Kind::Band:
    case Item::Kind::Task:
        paintFrame(painter, placed.rect, colors.ground, Qt::transparent, 0, 2);
        painter.setPen(colors.text);
        break;
    case Item::Kind::Deadline:
        painter.fillRect(placed.words, t.surf); // month lines never run through words
        painter.fillRect(QRect(x, placed.rect.y(), Theme::px(2), placed.rect.height()), colors.text);
        painter.setPen(colors.text);
        break;
    case Item::Kind::Observance:
        painter.fillRect(placed.words, t.surf);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.text2, 1.2));
        painter.setBrush(t.surf);
        painter.drawEllipse(QPointF(x, placed.rect.center().y() + 0.5), Theme::px(3.5), Theme::px(3.5));
        painter.restore();
        painter.setPen(t.text2);
        break;
    }
    painter.drawText(placed.words, Qt::AlignVCenter, fittingWords(item.text, painter.fontMetrics(), placed.words.width()));
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintMonths(painter);
    paintToday(painter);
    for (const auto& placed : m_placed)
        paintItem(painter, placed);
    const int marked = hasFocus() ? m_current : -1;
    if (marked >= 0 && marked < static_cast<int>(m_placed.size()))
        paintFrame(painter, m_placed[static_cast<std::size_t>(marked)].rect.adjusted(-2, -2, 2, 2), Qt::transparent, Theme::tokens().accent, 2, 3);
}

int TimelineStrip::itemAt(const QPoint& pos) const
{
    for (std::size_t i = 0; i < m_placed.size(); ++i)
        if (m_placed[i].rect.contains(pos))
            return static_cast<int>(i);
    return -1;
}

void TimelineStrip::setCurrent(int index)
{
    if (m_placed.empty())
        return;
    m_current = std::clamp(index, 0, static_cast<int>(m_placed.size()) - 1);
    setAccessibleDescription(spokenItem(m_items[m_placed[static_cast<std::size_t>(m_current)].item]));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void TimelineStrip::mousePressEvent(QMouseEvent* event)
{
    const int hit = itemAt(event->pos());
    if (hit < 0)
        return;
    setCurrent(hit);
    emit itemOpened(m_items[m_placed[static_cast<std::size_t>(hit)].item].key);
}

void TimelineStrip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right: setCurrent(m_current + 1); return;
    case Qt::Key_Left: setCurrent(m_current - 1); return;
    case Qt::Key_Home: setCurrent(0); return;
    case Qt::Key_End: setCurrent(static_cast<int>(m_placed.size())); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0 && m_current < static_cast<int>(m_placed.size()))
            emit itemOpened(m_items[m_placed[static_cast<std::size_t>(m_current)].item].key);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void TimelineStrip::resizeEvent(QResizeEvent*)
{
    place();
}

bool TimelineStrip::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn && m_current < 0)
        setCurrent(0);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int hit = itemAt(help->pos());
        QToolTip::showText(help->globalPos(), hit < 0 ? QString() : spokenItem(m_items[m_placed[static_cast<std::size_t>(hit)].item]), this);
        return true;
    }
    return QWidget::event(event);
}

}
