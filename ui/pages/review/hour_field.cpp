// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/hour_field.h"

#include "base/hour.h"
#include "ui/text/qt_text.h"

namespace thidua::ui {

QString hourWords(const std::string& text)
{
    const auto hour = readHour(text);
    return toQ(hour ? hour->words() : text);
}

HourField::HourField(const QString& placeholder, QWidget* parent) : LineField(placeholder, parent) {}

std::string HourField::value() const
{
    const auto hour = readHour(LineField::value());
    return hour ? hour->text() : LineField::value();
}

void HourField::setValue(const std::string& value)
{
    const auto hour = readHour(value);
    if (!hour || this->value() != hour->text())
        LineField::setValue(fromQ(hourWords(value)));
}

QString HourField::problem() const
{
    return isBlank() || readHour(LineField::value()) ? QString() : tr("Xin ghi giờ như 8h, 8 giờ 30 hay 14:00.");
}

QString HourField::reading() const
{
    const auto hour = readHour(LineField::value());
    return hour && toQ(hour->words()) != text().trimmed() ? tr("hiểu là %1").arg(toQ(hour->words())) : QString();
}

void HourField::focusOutEvent(QFocusEvent* event)
{
    LineField::focusOutEvent(event);
    if (const auto hour = readHour(LineField::value()); hour && !isReadOnly())
        setText(toQ(hour->words()));
}

}
