// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fields.h"

namespace thidua::ui {

/// An hour, typed as people write it (8h, 8 giờ 30, 14g00); shown as “08 giờ 00” when left. The value is "08:00", or what was typed
/// where that is no hour.
class HourField : public LineField {
    Q_OBJECT
public:
    explicit HourField(const QString& placeholder, QWidget* parent = nullptr);
    std::string value() const;
    void setValue(const std::string& value);
    QString problem() const override;
    QString reading() const override;

protected:
    void focusOutEvent(QFocusEvent* event) override;
};

/// “08 giờ 00” for "08:00"; what is no hour as it is.
QString hourWords(const std::string& text);

}
