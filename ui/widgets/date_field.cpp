// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/date_field.h"

#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QWidgetAction>

namespace thidua::ui {
namespace {

Result<ReadDay> readTyped(const QString& text, const DaySense& sense)
{
    return readDay(fromQ(text), sense ? sense() : DateSense{});
}

}

QString dateProblem(const QString& text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    const auto read = readDay(fromQ(typed));
    if (read && read->day.date)
        return {};
    if (read || read.error().args.size() < 2)
        return DateField::tr("Xin ghi ngày/tháng/năm, ví dụ 4/10/2021.");
    const auto& args = read.error().args; // base/date_reader.cpp: what was typed, then the part at fault
    if (args.size() < 3)
        return args[1] == "month" ? DateField::tr("Một năm chỉ có 12 tháng.") : DateField::tr("Xin ghi ngày/tháng/năm, ví dụ 4/10/2021.");
    if (args[1] == "2")
        return DateField::tr("Tháng 2 năm %1 có %2 ngày.").arg(toQ(read.error().detail), toQ(args[2]));
    return DateField::tr("Tháng %1 có %2 ngày.").arg(toQ(args[1]), toQ(args[2]));
}

DateField::DateField(QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("ngày/tháng/năm"));
    connect(this, &QLineEdit::textChanged, this, [this] { changed(); });
}

std::optional<Date> DateField::value() const
{
    const auto read = readTyped(text(), m_sense);
    return read ? read->day.date : std::nullopt;
}

void DateField::setValue(const std::optional<Date>& value)
{
    if (!value || value != this->value())
        setText(dateText(value));
}

void DateField::setReadOnly(bool readOnly)
{
    QLineEdit::setReadOnly(readOnly);
}

QString DateField::problem() const
{
    return dateProblem(text());
}

QString DateField::reading() const
{
    const auto day = value();
    return day && dateText(day) != text().trimmed() ? tr("hiểu là %1").arg(dateText(day)) : QString();
}

bool DateField::isBlank() const
{
    return text().trimmed().isEmpty();
}

void DateField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (const auto day = value(); day && !isReadOnly())
        setText(dateText(day));
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    const auto day = value();
    const int step = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier && !isReadOnly())
        openCalendar();
    else if (step != 0 && day && !isReadOnly() && event->modifiers() == Qt::NoModifier)
        setText(dateText(day->plusDays(step)));
    else
        QLineEdit::keyPressEvent(event);
}

void DateField::openCalendar()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* calendar = new QCalendarWidget(menu);
    calendar->setLocale(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const auto day = value())
        calendar->setSelectedDate(QDate(day->year(), static_cast<int>(day->month()), static_cast<int>(day->day())));
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    connect(calendar, &QCalendarWidget::activated, this, [this, menu](const QDate& date) {
        setText(date.toString(QStringLiteral("dd/MM/yyyy")));
        menu->close();
    });
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    calendar->setFocus();
}

PartialDateField::PartialDateField(QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("ngày/tháng/năm hoặc năm"));
    connect(this, &QLineEdit::textChanged, this, [this] { changed(); });
}

std::optional<PartialDate> PartialDateField::value() const
{
    const auto read = readTyped(text(), m_sense);
    return read ? std::optional(read->day) : std::nullopt;
}

void PartialDateField::setValue(const std::optional<PartialDate>& value)
{
    if (!value || value != this->value())
        setText(value ? toQ(value->vn()) : QString());
}

void PartialDateField::setReadOnly(bool readOnly)
{
    QLineEdit::setReadOnly(readOnly);
}

QString PartialDateField::problem() const
{
    if (isBlank() || value())
        return {};
    static const QRegularExpression year(QStringLiteral("^\\d+$"));
    return year.match(text().trimmed()).hasMatch() ? tr("Xin ghi năm bằng bốn chữ số.") : dateProblem(text());
}

QString PartialDateField::reading() const
{
    const auto day = value();
    return day && toQ(day->vn()) != text().trimmed() ? tr("hiểu là %1").arg(toQ(day->vn())) : QString();
}

bool PartialDateField::isBlank() const
{
    return text().trimmed().isEmpty();
}

void PartialDateField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (const auto day = value(); day && !isReadOnly())
        setText(toQ(day->vn()));
}

}
