// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/rule_table.h"

#include "ui/pages/rules/plain_label.h"
#include "ui/pages/rules/rule_row.h"
#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace thidua::ui::rules_page {
namespace {

constexpr int kRoomy = 800;

/// A heading between lines: “Đối với tập thể”.
QWidget* makeSection(const QString& title, QWidget* parent)
{
    auto* box = new QFrame(parent);
    box->setProperty("ruleSection", "1");
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(Theme::px(12), Theme::px(6), Theme::px(12), Theme::px(6));
    row->addWidget(makePlain(title, TypeRole::SmallStrong, Ink::Text2, box));
    return box;
}

}

RuleTable::RuleTable(QWidget* parent) : QFrame(parent)
{
    setProperty("card", "1");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_headRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_headRow);
    row->setContentsMargins(0, Theme::px(6), 0, Theme::px(6));
    row->setSpacing(0);
    auto* caption = new Label(tr("Nội dung"), TypeRole::SmallStrong, Ink::Text2, m_headRow);
    caption->setFixedWidth(Theme::px(kCaptionWidth));
    caption->setContentsMargins(Theme::px(12), 0, 0, 0);
    row->addWidget(caption);
    m_heads[0] = makeHead(0, row);
    m_heads[1] = makeHead(1, row);
    column->addWidget(m_headRow);
    m_error = makePlain({}, TypeRole::Small, Ink::Bad, this);
    m_error->setContentsMargins(Theme::px(12), 0, Theme::px(12), Theme::px(6));
    m_error->hide();
    column->addWidget(m_error);
    column->addWidget(makeRule(this));
    auto* body = new QWidget;
    m_body = new QVBoxLayout(body);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_body->addStretch();
    m_scroll = makeScrolling(body, this);
    m_scroll->setObjectName(QStringLiteral("rules-lines"));
    m_scroll->setAccessibleName(tr("Các điều của quy định"));
    m_scroll->verticalScrollBar()->installEventFilter(this);
    column->addWidget(m_scroll, 1);
    setTwoDays(false);
}

RuleTable::Head RuleTable::makeHead(int column, QHBoxLayout* row)
{
    Head head;
    head.box = new QWidget(m_headRow);
    head.box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* line = new QHBoxLayout(head.box);
    line->setContentsMargins(Theme::px(12), 0, Theme::px(8), 0);
    line->setSpacing(Theme::px(8));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    head.title = new Label({}, TypeRole::Strong, Ink::Text, head.box);
    head.title->setElided(true);
    head.laws = new Label({}, TypeRole::Small, Ink::Text2, head.box);
    head.laws->setElided(true);
    words->addWidget(head.title);
    words->addWidget(head.laws);
    line->addLayout(words, 1);
    head.day = new Label(tr("ngày"), TypeRole::Small, Ink::Text2, head.box);
    line->addWidget(head.day);
    head.date = new DateField(head.box);
    head.date->setObjectName(column == 0 ? QStringLiteral("rules-date") : QStringLiteral("rules-second-date"));
    head.date->setAccessibleName(column == 0 ? tr("Quy định của ngày") : tr("So với quy định của ngày"));
    head.date->setFixedWidth(Theme::px(96));
    line->addWidget(head.date);
    head.calendar = makeIconButton(QStringLiteral("calendar"), tr("Chọn ngày trên lịch"), ButtonKind::Normal, head.box);
    connect(head.calendar, &QPushButton::clicked, head.date, &DateField::openCalendar);
    line->addWidget(head.calendar);
    head.date->onChanged = [this, column] {
        if (!m_showing)
            emit dateChanged(column);
    };
    row->addWidget(head.box, 1);
    return head;
}

void RuleTable::setTwoDays(bool two)
{
    m_heads[1].box->setVisible(two);
    m_two = two;
    fitHeads();
}

/// The day's title comes first: in a narrow place the calendar is reached by Alt+Down alone.
void RuleTable::fitHeads()
{
    for (const auto& head : m_heads) {
        head.day->setVisible(!m_two);
        head.calendar->setVisible(!m_two || width() >= Theme::px(kRoomy));
    }
}

void RuleTable::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitHeads();
}

void RuleTable::showHead(Head& head, const services::RuleBookHead& day)
{
    head.title->setText(toQ(day.title));
    head.laws->setText(toQ(day.laws).replace(QStringLiteral("; "), QStringLiteral(" – ")));
    head.laws->setToolTip(toQ(day.lawsFull));
    if (head.date->value() != day.on)
        head.date->setValue(day.on);
    head.date->showError(false);
}

void RuleTable::show(const services::RuleBookView& view, const services::RuleBookUse* uses)
{
    m_showing = true;
    m_error->hide();
    m_headRow->setVisible(view.ofDay);
    setTwoDays(view.second.has_value());
    showHead(m_heads[0], view.first);
    if (view.second)
        showHead(m_heads[1], *view.second);
    m_showing = false;
    clearRows();
    QString section;
    for (const auto& pair : view.lines) {
        if (toQ(pair.section) != section) {
            section = toQ(pair.section);
            if (!section.isEmpty())
                m_body->insertWidget(m_body->count() - 1, makeSection(section, m_scroll->widget()));
        }
        auto* row = new RuleRow(pair, view.second.has_value(), m_scroll->widget());
        if (uses != nullptr && !pair.rule.empty())
            if (const auto found = uses->findings.find(pair.rule); found != uses->findings.end())
                row->showUse(found->second);
        connect(row, &RuleRow::moved, this, [this, row](int by) { step(row, by); });
        connect(row, &RuleRow::usesClicked, this, &RuleTable::usesClicked);
        m_body->insertWidget(m_body->count() - 1, row);
        m_rows.push_back(row);
    }
    m_scroll->verticalScrollBar()->setValue(0);
}

void RuleTable::clearRows()
{
    m_rows.clear();
    clearLayout(*m_body, 1);
}

void RuleTable::mark(const QStringList& lines)
{
    RuleRow* first = nullptr;
    for (auto* row : m_rows) {
        const bool found = lines.contains(toQ(row->pair().id));
        row->setFound(found);
        first = found && first == nullptr ? row : first;
    }
    if (first != nullptr)
        QMetaObject::invokeMethod(first, [this, first] { m_scroll->ensureWidgetVisible(first); }, Qt::QueuedConnection);
}

bool RuleTable::focusRule(const QString& rule)
{
    for (auto* row : m_rows)
        if (toQ(row->pair().rule) == rule) {
            row->setFocus(Qt::OtherFocusReason);
            QMetaObject::invokeMethod(row, [this, row] { m_scroll->ensureWidgetVisible(row); }, Qt::QueuedConnection);
            return true;
        }
    return false;
}

void RuleTable::focusFirst()
{
    if (!m_rows.empty())
        m_rows.front()->setFocus(Qt::OtherFocusReason);
}

void RuleTable::showDateError(int column, const QString& sentence)
{
    m_heads[static_cast<std::size_t>(column)].date->showError(!sentence.isEmpty());
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void RuleTable::step(RuleRow* from, int by)
{
    const auto at = std::find(m_rows.begin(), m_rows.end(), from) - m_rows.begin();
    const auto last = static_cast<std::ptrdiff_t>(m_rows.size()) - 1;
    auto* to = m_rows[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + by, 0, last))];
    to->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(to);
}

bool RuleTable::eventFilter(QObject* watched, QEvent* event)
{
    // The columns of the head stay over those of the lines whether a scroll bar is there or not.
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        const int bar = event->type() == QEvent::Show ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
        const QMargins margins = m_headRow->layout()->contentsMargins();
        m_headRow->layout()->setContentsMargins(margins.left(), margins.top(), bar, margins.bottom());
    }
    return QFrame::eventFilter(watched, event);
}

}
