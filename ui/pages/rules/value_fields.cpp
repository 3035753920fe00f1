// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/value_fields.h"

#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QJsonValue>
#include <QRegularExpression>

namespace thidua::ui::rules_page {

using Unit = services::Settable::Unit;

namespace {

/// The code of “không đặt” in a list of choices; no code of the rules looks like it.
const char* const kNone = "—";

/// Scaled whole numbers of a typed percentage: 12,5 is {125, 1000}.
std::optional<std::pair<qint64, qint64>> fractionOf(const QString& text)
{
    static const QRegularExpression fraction(QStringLiteral("^(\\d{1,4})\\s*/\\s*(\\d{1,4})$"));
    static const QRegularExpression percent(QStringLiteral("^(\\d{1,3})(?:[,.](\\d{1,2}))?\\s*%?$"));
    const QString typed = text.trimmed();
    if (const auto match = fraction.match(typed); match.hasMatch() && match.captured(2).toInt() > 0)
        return std::pair{match.captured(1).toLongLong(), match.captured(2).toLongLong()};
    if (const auto match = percent.match(typed); match.hasMatch()) {
        const QString decimals = match.captured(2);
        const qint64 scale = decimals.size() == 2 ? 10000 : decimals.size() == 1 ? 1000 : 100;
        return std::pair{match.captured(1).toLongLong() * (scale / 100) + decimals.toLongLong(), scale};
    }
    return std::nullopt;
}

QString shareWords(const std::string& share)
{
    const auto parts = toQ(share).split(QLatin1Char('/'));
    if (parts.size() != 2 || parts[1].toLongLong() <= 0)
        return {};
    const qint64 scaled = parts[0].toLongLong() * 10000;
    return scaled % parts[1].toLongLong() == 0 ? decimalText(scaled / parts[1].toLongLong(), 2) + QStringLiteral(" %") : toQ(share);
}

ValueField shareField(bool mayBeNone)
{
    auto* field = new ShareField;
    return {field, [field](const QJsonValue& value) { field->setShare(fromQ(value.toString())); },
            [field, mayBeNone]() -> QJsonValue {
                if (const auto share = field->share(); !share.empty())
                    return toQ(share);
                return field->isBlank() && mayBeNone ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonValue::Undefined);
            }};
}

ValueField numberField(bool mayBeNone)
{
    auto* field = new NumberField;
    field->setRange(0, 1'000'000'000);
    return {field, [field](const QJsonValue& value) { field->setValue(value.isDouble() ? std::optional<std::int64_t>(value.toInteger()) : std::nullopt); },
            [field, mayBeNone]() -> QJsonValue {
                if (const auto number = field->value())
                    return static_cast<qint64>(*number);
                return field->isBlank() && mayBeNone ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonValue::Undefined);
            }};
}

ValueField choiceField(std::vector<ChoiceField::Choice> choices, bool mayBeNone, bool boolean)
{
    if (mayBeNone)
        choices.push_back({kNone, ChoiceField::tr("không đặt")});
    auto* field = new ChoiceField(choices);
    return {field,
            [field](const QJsonValue& value) {
                field->setValue(value.isBool() ? (value.toBool() ? "true" : "false") : value.isNull() ? kNone : fromQ(value.toString()));
            },
            [field, boolean]() -> QJsonValue {
                const auto code = field->value();
                if (code.empty())
                    return QJsonValue::Undefined;
                if (code == kNone)
                    return QJsonValue::Null;
                return boolean ? QJsonValue(code == "true") : QJsonValue(toQ(code));
            }};
}

ValueField ticksField(const std::vector<rules::CodeLabel>& codes)
{
    auto* field = new TicksField(choicesOf(codes));
    return {field,
            [field](const QJsonValue& value) {
                std::vector<std::string> chosen;
                for (const auto& code : value.toArray())
                    chosen.push_back(fromQ(code.toString()));
                field->setValue(chosen);
            },
            [field]() -> QJsonValue {
                QJsonArray chosen;
                for (const auto& code : field->value())
                    chosen << toQ(code);
                return chosen.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen);
            }};
}

}

ShareField::ShareField(QWidget* parent) : LineField(tr("ví dụ: 12 % hoặc 1/3"), parent) {}

std::string ShareField::share() const
{
    const auto fraction = fractionOf(text());
    return fraction ? std::to_string(fraction->first) + "/" + std::to_string(fraction->second) : std::string();
}

void ShareField::setShare(const std::string& fraction)
{
    setText(shareWords(fraction));
}

QString ShareField::problem() const
{
    return isBlank() || fractionOf(text()) ? QString() : tr("Xin ghi tỷ lệ như 12 %, 12,5 % hoặc 1/3.");
}

TicksField::TicksField(const std::vector<ChoiceField::Choice>& choices, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(4));
    for (const auto& choice : choices) {
        auto* box = new TickBox(choice.text, this);
        box->setObjectName(QStringLiteral("tick.") + toQ(choice.code));
        box->setAccessibleName(choice.text);
        connect(box, &QCheckBox::toggled, this, [this] { changed(); });
        column->addWidget(box);
        m_boxes.emplace_back(choice.code, box);
    }
    setFocusProxy(m_boxes.empty() ? nullptr : m_boxes.front().second);
}

std::vector<std::string> TicksField::value() const
{
    std::vector<std::string> codes;
    for (const auto& [code, box] : m_boxes)
        if (box->isChecked())
            codes.push_back(code);
    return codes;
}

void TicksField::setValue(const std::vector<std::string>& codes)
{
    for (const auto& [code, box] : m_boxes)
        box->setChecked(std::find(codes.begin(), codes.end(), code) != codes.end());
}

void TicksField::setReadOnly(bool readOnly)
{
    for (const auto& [code, box] : m_boxes)
        box->setEnabled(!readOnly);
}

std::vector<ChoiceField::Choice> choicesOf(const std::vector<rules::CodeLabel>& codes)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto& code : codes)
        choices.push_back({code.code, toQ(code.label.vi)});
    return choices;
}

ValueField makeValueField(Unit unit, const std::vector<rules::CodeLabel>& codes, bool mayBeNone)
{
    switch (unit) {
    case Unit::Share: return shareField(mayBeNone);
    case Unit::Bool: return choiceField({{"true", ChoiceField::tr("có")}, {"false", ChoiceField::tr("không")}}, mayBeNone, true);
    case Unit::Code:
    case Unit::Honour: return choiceField(choicesOf(codes), mayBeNone, false);
    case Unit::Codes: return ticksField(codes);
    case Unit::Months:
    case Unit::Years:
    case Unit::Days:
    case Unit::Count:
    case Unit::Dong: break;
    }
    return numberField(mayBeNone);
}

QString unitWords(Unit unit)
{
    switch (unit) {
    case Unit::Months: return ChoiceField::tr(" (tháng)");
    case Unit::Years: return ChoiceField::tr(" (năm)");
    case Unit::Days: return ChoiceField::tr(" (ngày)");
    case Unit::Dong: return ChoiceField::tr(" (đồng)");
    default: return {};
    }
}

}
