// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/regulation_service.h"
#include "ui/widgets/fields.h"

#include <QJsonValue>

namespace thidua::ui::rules_page {

/// A share typed as people say it: 12 · 12,5 · 15 % · 1/3. The value is a fraction such as "15/100".
class ShareField : public LineField {
    Q_OBJECT
public:
    explicit ShareField(QWidget* parent = nullptr);
    /// Empty when blank or not understood.
    std::string share() const;
    void setShare(const std::string& fraction);
    QString problem() const override;
};

/// Some of a list, by ticks underneath each other. The value is the ticked codes in the list's order.
class TicksField : public QWidget, public Field {
    Q_OBJECT
public:
    explicit TicksField(const std::vector<ChoiceField::Choice>& choices, QWidget* parent = nullptr);
    std::vector<std::string> value() const;
    void setValue(const std::vector<std::string>& codes);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    bool isBlank() const override { return value().empty(); }
    void clear() override { setValue({}); }

private:
    std::vector<std::pair<std::string, QCheckBox*>> m_boxes;
};

/// The field for one value by its unit, with what reads and writes its JSON. An empty JSON text is a value not given.
struct ValueField {
    Field* field = nullptr;
    std::function<void(const QJsonValue&)> show;
    std::function<QJsonValue()> take; ///< undefined when blank or not understood
};
/// `mayBeNone`: “không đặt” is a choice, or a blank field means it.
ValueField makeValueField(services::Settable::Unit unit, const std::vector<rules::CodeLabel>& codes, bool mayBeNone);
/// “(%)”, “(tháng)”: behind the label of the field.
QString unitWords(services::Settable::Unit unit);
std::vector<ChoiceField::Choice> choicesOf(const std::vector<rules::CodeLabel>& codes);

}
