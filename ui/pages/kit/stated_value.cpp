// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/stated_value.h"

#include "services/law/stated_words.h"
#include "ui/pages/kit/field_bind.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace thidua::ui {
namespace {

struct StatedValueWords {
    Q_DECLARE_TR_FUNCTIONS(StatedValue)
};

constexpr const char* kYes = "true";
constexpr const char* kNo = "false";

/// “true” and “"good"” are no documents of their own for Qt.
QJsonValue readJson(const std::string& json)
{
    return QJsonDocument::fromJson("[" + QByteArray::fromStdString(json) + "]").array().at(0);
}

std::string writtenJson(const QJsonValue& value)
{
    const auto array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2).toStdString();
}

}

StatedValue::StatedValue(const rules::FactSpec& spec, FormLayout& form)
{
    const auto& type = services::statedType(spec);
    m_whole = type.type != rules::FactType::Object;
    if (m_whole) {
        add(type, toQ(spec.label.vi), true, form);
        return;
    }
    for (const auto& field : type.fields)
        add(field, toQ(field.label.vi), field.required, form);
}

void StatedValue::add(const rules::FactSpec& type, const QString& label, bool required, FormLayout& form)
{
    Part part{type.id, required};
    if (type.type == rules::FactType::Integer) {
        part.number = new NumberField;
        part.number->setRange(type.least, type.most);
        part.number->setObjectName(QStringLiteral("stated-") + toQ(type.id));
        part.line = form.add(label, part.number, 2);
        part.number->onChanged = [line = part.line] { line->setError({}); };
    } else {
        std::vector<ChoiceField::Choice> choices{{kYes, StatedValueWords::tr("có")}, {kNo, StatedValueWords::tr("không")}};
        if (type.type == rules::FactType::Code) {
            choices.clear();
            // The best first, as wherever a grade is chosen; codes stand from the lowest to the highest.
            for (const auto& value : type.values)
                choices.insert(choices.begin(), {value.code, toQ(value.label.vi)});
        }
        part.choice = slim(new ChoiceField(choices));
        part.choice->setObjectName(QStringLiteral("stated-") + toQ(type.id));
        part.choice->setPlaceholderText(StatedValueWords::tr("Chọn"));
        part.choice->clear();
        part.line = form.add(label, part.choice, 2);
        part.choice->onChanged = [line = part.line] { line->setError({}); };
    }
    if (required)
        part.line->required();
    m_parts.push_back(part);
}

std::string StatedValue::json() const
{
    QJsonObject object;
    for (const auto& part : m_parts) {
        QJsonValue value(QJsonValue::Undefined);
        if (part.number != nullptr && part.number->value())
            value = static_cast<qint64>(*part.number->value());
        else if (part.choice != nullptr && !part.choice->isBlank()) {
            const auto code = part.choice->value();
            value = code == kYes ? QJsonValue(true) : code == kNo ? QJsonValue(false) : QJsonValue(toQ(code));
        }
        if (value.isUndefined() && part.required)
            return {};
        if (!value.isUndefined())
            object.insert(toQ(part.id), value);
    }
    return writtenJson(m_whole ? object.value(toQ(m_parts.front().id)) : QJsonValue(object));
}

void StatedValue::setJson(const std::string& json)
{
    const auto whole = readJson(json);
    for (const auto& part : m_parts) {
        const auto value = m_whole ? whole : whole.toObject().value(toQ(part.id));
        if (part.number != nullptr && value.isDouble())
            part.number->setValue(value.toInteger());
        if (part.choice != nullptr && !value.isUndefined() && !value.isNull())
            part.choice->setValue(value.isBool() ? (value.toBool() ? kYes : kNo) : fromQ(value.toString()));
    }
}

bool StatedValue::check() const
{
    bool whole = true;
    for (const auto& part : m_parts) {
        const QString problem = part.number != nullptr ? part.number->problem() : QString();
        const bool blank = part.number != nullptr ? !part.number->value() : part.choice->isBlank();
        if (problem.isEmpty() && !(blank && part.required))
            continue;
        part.line->setError(problem.isEmpty() ? StatedValueWords::tr("Xin ghi mục này.") : problem);
        if (whole)
            part.line->field().widget()->setFocus();
        whole = false;
    }
    return whole;
}

}
