// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/field.h"

#include <QWidget>

class QGridLayout;

namespace thidua::ui {

class Label;

/// A field with its label above (12/600, star when required), a hint and an error line underneath.
/// The widget gets the label as accessible name and the hint or error as accessible description.
class FormField : public QWidget {
    Q_OBJECT
public:
    /// `field` is one of the typed field widgets; it is taken over.
    FormField(const QString& label, Field* field, QWidget* parent = nullptr);
    Field& field() const { return *m_field; }
    QString label() const { return m_text; }
    FormField* required(bool on = true);
    FormField* hint(const QString& hint);
    /// Empty clears it. Shown with sign, red border and sentence.
    void setError(const QString& sentence);
    QString error() const { return m_error; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showLabel();
    void showLines();
    bool m_required = false;
    QString m_text, m_hint, m_error;
    Field* m_field;
    Label* m_label;
    Label* m_hintLine;
    QWidget* m_errorRow;
    Label* m_errorLine;
};

/// Fields on a grid of equal columns, 8 px apart.
class FormLayout : public QWidget {
    Q_OBJECT
public:
    explicit FormLayout(int columns = 1, QWidget* parent = nullptr);
    /// Next free place; `span` columns wide.
    FormField* add(const QString& label, Field* field, int span = 1);
    void add(QWidget* widget, int span = 1);
    void addSection(const QString& title);
    void addText(const QString& text);

private:
    int m_columns;
    int m_row = 0;
    int m_column = 0;
    QGridLayout* m_grid;
};

}
