// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/field.h"
#include "ui/widgets/tick_box.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace thidua::ui {

/// One line. The value is NFC with single spaces.
class LineField : public QLineEdit, public Field {
    Q_OBJECT
public:
    explicit LineField(const QString& placeholder = {}, QWidget* parent = nullptr);
    std::string value() const;
    void setValue(const std::string& value);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    bool isBlank() const override;
    void clear() override { QLineEdit::clear(); }
};

/// Several lines, `lines` high; Tab leaves it.
class TextField : public QPlainTextEdit, public Field {
    Q_OBJECT
public:
    explicit TextField(int lines = 3, const QString& placeholder = {}, QWidget* parent = nullptr);
    std::string value() const;
    void setValue(const std::string& value);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    bool isBlank() const override;
    void clear() override { QPlainTextEdit::clear(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    int m_lines;
};

/// Whole numbers or decimals with a comma (a point is understood too), right aligned. The value is scaled: 4,5 with two decimals is 450.
class NumberField : public QLineEdit, public Field {
    Q_OBJECT
public:
    explicit NumberField(int decimals = 0, QWidget* parent = nullptr);
    void setRange(std::int64_t least, std::int64_t most);
    /// nullopt when blank or not understood.
    std::optional<std::int64_t> value() const;
    void setValue(std::optional<std::int64_t> value);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    QString problem() const override;
    bool isBlank() const override;
    void clear() override { QLineEdit::clear(); }

private:
    int m_decimals;
    std::optional<std::int64_t> m_least, m_most;
};

/// One of a list. The value is the choice's code.
class ChoiceField : public QComboBox, public Field {
    Q_OBJECT
public:
    struct Choice {
        std::string code;
        QString text;
    };
    explicit ChoiceField(const std::vector<Choice>& choices = {}, QWidget* parent = nullptr);
    /// Keeps the chosen code where it still exists.
    void setChoices(const std::vector<Choice>& choices);
    /// Empty when nothing is chosen.
    std::string value() const;
    void setValue(const std::string& code);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    bool isBlank() const override { return value().empty(); }
    void clear() override { setCurrentIndex(-1); }
};

/// Yes or no; the words stand in the box's own text.
class CheckField : public TickBox, public Field {
    Q_OBJECT
public:
    explicit CheckField(const QString& text, QWidget* parent = nullptr);
    bool value() const { return isChecked(); }
    void setValue(bool on) { setChecked(on); }
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override { setEnabled(!readOnly); }
    bool isBlank() const override { return !isChecked(); }
    void clear() override { setChecked(false); }
};

}
