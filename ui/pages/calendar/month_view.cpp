// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calendar/month_view.h"

#include "ui/pages/calendar/month_grid.h"
#include "ui/pages/kit/parts.h"
#include "ui/widgets/wrapped_link.h"

#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>

namespace thidua::ui::prepare {

using services::CalendarKind;

QString iconOf(CalendarKind kind)
{
    switch (kind) {
    case CalendarKind::Milestone: return QStringLiteral("school");
    case CalendarKind::Deadline: return QStringLiteral("clock");
    case CalendarKind::Meeting: return QStringLiteral("council");
    case CalendarKind::Campaign: return QStringLiteral("flag");
    case CalendarKind::Observance: return QStringLiteral("star");
    }
    return {};
}

Tone toneOf(CalendarKind kind)
{
    switch (kind) {
    case CalendarKind::Deadline: return Tone::Warn;
    case CalendarKind::Meeting: return Tone::Info;
    case CalendarKind::Milestone: return Tone::Mute;
    case CalendarKind::Campaign: return Tone::Ok;
    case CalendarKind::Observance: return Tone::Mute;
    }
    return Tone::Mute;
}

namespace {

constexpr int kSideWidth = 290;  ///< pixels of the design
constexpr int kSideHeight = 130; ///< in a narrow window, where the day stands under the month
constexpr int kNarrowMonth = 860;

}

MonthView::MonthView(QWidget* parent) : QWidget(parent)
{
    m_halves = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(Theme::px(12));
    auto* left = new QVBoxLayout;
    left->setSpacing(Theme::px(8));
    left->addWidget(makeHead());
    m_grid = new MonthGrid(this);
    left->addWidget(m_grid, 1);
    m_halves->addLayout(left, 1);
    m_side = new QFrame(this);
    m_side->setObjectName(QStringLiteral("calendarDay"));
    m_side->setFixedWidth(Theme::px(kSideWidth));
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, Theme::px(4), 0, 0);
    m_day = new Stack(6);
    column->addWidget(makeScrollingStack(m_day, m_side), 1);
    m_halves->addWidget(m_side);
    connect(m_grid, &MonthGrid::dayChosen, this, &MonthView::showMonthAndDay);
    connect(m_grid, &MonthGrid::dayOpened, this, &MonthView::openDay);
}

void MonthView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < Theme::px(kNarrowMonth);
    if (narrow == (m_halves->direction() == QBoxLayout::TopToBottom))
        return;
    m_halves->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumSize(narrow ? 0 : Theme::px(kSideWidth), narrow ? Theme::px(kSideHeight) : 0);
    m_side->setMaximumSize(narrow ? QWIDGETSIZE_MAX : Theme::px(kSideWidth), narrow ? Theme::px(kSideHeight) : QWIDGETSIZE_MAX);
}

QWidget* MonthView::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    auto* back = makeIconButton(QStringLiteral("chevron-left"), tr("Tháng trước (PgUp)"), ButtonKind::Normal, head);
    back->setObjectName(QStringLiteral("monthBack"));
    connect(back, &QPushButton::clicked, this, [this] { goTo(m_grid->current().plusMonths(-1)); });
    auto* next = makeIconButton(QStringLiteral("chevron-right"), tr("Tháng sau (PgDn)"), ButtonKind::Normal, head);
    next->setObjectName(QStringLiteral("monthNext"));
    connect(next, &QPushButton::clicked, this, [this] { goTo(m_grid->current().plusMonths(1)); });
    m_title = new Label({}, TypeRole::PanelTitle, Ink::Text, head);
    m_title->setObjectName(QStringLiteral("monthTitle"));
    auto* today = makeButton(tr("Hôm nay"), {}, ButtonKind::Normal, head);
    today->setObjectName(QStringLiteral("monthToday"));
    connect(today, &QPushButton::clicked, this, [this] { goTo(m_today); });
    row->addWidget(back);
    row->addWidget(next);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(today);
    return head;
}

void MonthView::setCalendar(const services::SchoolCalendar& calendar, Date today)
{
    const bool other = !m_calendar || m_calendar->id != calendar.id;
    m_calendar = calendar;
    m_today = today;
    std::vector<MonthGrid::Item> items;
    for (const auto& entry : calendar.entries) {
        if (!entry.inYear)
            continue;
        const QString title = toQ(entry.title);
        const auto add = [&](Date on, const QString& text) { items.push_back({on, text, iconOf(entry.kind), toneOf(entry.kind)}); };
        if (!entry.to) {
            add(entry.on, title);
        } else {
            add(entry.on, tr("Bắt đầu: %1").arg(title));
            add(*entry.to, tr("Kết thúc: %1").arg(title));
        }
    }
    m_grid->setItems(std::move(items), today, [year = calendar.year](Date on) { return services::schoolWeek(year, on); });
    // Another year: today when it lies there, else its first day.
    goTo(!other ? m_grid->current() : calendar.first <= today && today <= calendar.last ? today : calendar.year.first);
}

void MonthView::goTo(Date day)
{
    m_grid->setCurrent(day);
    showMonthAndDay();
}

void MonthView::showMonthAndDay()
{
    m_title->setText(tr("Tháng %1 năm %2").arg(m_grid->current().month()).arg(m_grid->current().year()));
    showDay();
}

void MonthView::addEntry(const services::CalendarEntry& entry, const QString& note)
{
    auto* link = m_day->add(new WrappedLink(toQ(entry.title)));
    link->setObjectName(QStringLiteral("calendarEntry%1").arg(entry.id));
    connect(link, &QPushButton::clicked, this, [this, id = entry.id] { emit entryOpened(id); });
    m_day->text(QStringList{toQ(services::nameOf(entry.kind)), note}.filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral(" – ")), TypeRole::Small, Ink::Text2)
        ->setTextFormat(Qt::PlainText);
}

void MonthView::showDay()
{
    m_day->clear();
    if (!m_calendar)
        return;
    const auto day = m_grid->current();
    const int week = services::schoolWeek(m_calendar->year, day);
    m_day->head(QStringLiteral("%1, %2").arg(toQ(services::weekdayName(day)), dateText(day)), week > 0 ? tr("tuần %1").arg(week) : tr("ngoài năm học"));
    bool any = false;
    for (const auto& entry : m_calendar->entries) {
        const bool ends = entry.to == day;
        if (!entry.inYear || (entry.on != day && !ends))
            continue;
        any = true;
        addEntry(entry, entry.to ? (ends ? tr("ngày cuối; %1") : tr("ngày đầu; %1")).arg(toQ(entry.note)) : toQ(entry.note));
    }
    if (!any)
        m_day->text(tr("Ngày này không có mốc nào."), TypeRole::Text, Ink::Text2);
    bool running = false;
    for (const auto& entry : m_calendar->entries) {
        if (!entry.inYear || !entry.to || !(entry.on < day && day < *entry.to))
            continue;
        if (!running)
            m_day->section(tr("Đang diễn ra"));
        running = true;
        addEntry(entry, tr("từ %1 đến %2").arg(dateText(entry.on), dateText(*entry.to)));
    }
}

/// The only line of the day is opened at once; of several the first takes the keyboard.
void MonthView::openDay()
{
    if (!m_calendar)
        return;
    std::vector<const services::CalendarEntry*> here;
    for (const auto& entry : m_calendar->entries)
        if (entry.inYear && (entry.on == m_grid->current() || entry.to == m_grid->current()))
            here.push_back(&entry);
    if (here.size() == 1)
        emit entryOpened(here.front()->id);
    else if (auto* first = here.empty() ? nullptr : m_day->findChild<QPushButton*>(QStringLiteral("calendarEntry%1").arg(here.front()->id)))
        first->setFocus(Qt::TabFocusReason);
}

}
