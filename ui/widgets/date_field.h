// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date_reader.h"
#include "ui/widgets/field.h"

#include <QLineEdit>

#include <functional>
#include <optional>

namespace thidua::ui {

/// What days can lie in, asked whenever a text is read: another field may say it (a first day of work follows the birth).
using DaySense = std::function<DateSense()>;

/// A day, typed as 4/10/21, 04-10-2021 or 4.10.2021; says how it was understood, and rewrites it as dd/MM/yyyy when left.
/// Up/Down step a day, Ctrl+; or F4's neighbour Alt+Down opens a calendar.
class DateField : public QLineEdit, public Field {
    Q_OBJECT
public:
    explicit DateField(QWidget* parent = nullptr);
    /// What a year of two figures means here.
    void setSense(DaySense sense) { m_sense = std::move(sense); }
    /// nullopt when blank or not understood.
    std::optional<Date> value() const;
    void setValue(const std::optional<Date>& value);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    QString problem() const override;
    QString reading() const override;
    bool isBlank() const override;
    void clear() override { QLineEdit::clear(); }
    /// Shows the month under the field, as Alt+Down does.
    void openCalendar();

protected:
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    DaySense m_sense;
};

/// A day or a year alone (birth dates of old lists).
class PartialDateField : public QLineEdit, public Field {
    Q_OBJECT
public:
    explicit PartialDateField(QWidget* parent = nullptr);
    void setSense(DaySense sense) { m_sense = std::move(sense); }
    std::optional<PartialDate> value() const;
    void setValue(const std::optional<PartialDate>& value);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    QString problem() const override;
    QString reading() const override;
    bool isBlank() const override;
    void clear() override { QLineEdit::clear(); }

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    DaySense m_sense;
};

/// Why `text` is not a day, as people say it (“Tháng 9 có 30 ngày.”); empty when it is one, or blank.
QString dateProblem(const QString& text);

}
