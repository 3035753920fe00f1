// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_field.h"

#include "ui/widgets/fields.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QGridLayout>
#include <QTimer>

namespace thidua::ui {
namespace {

constexpr int kWhilePressed = 40; // ms
constexpr int kMostHeld = 20;      // so often: what is wrong is said in the end, whatever became of the mouse
constexpr const char* kHeld = "held";

}

FormField::FormField(const QString& label, Field* field, QWidget* parent) : QWidget(parent), m_text(label), m_field(field)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(4));
    m_label = new Label({}, TypeRole::SmallStrong, Ink::Text2, this);
    m_label->setTextFormat(Qt::RichText);
    m_label->setVisible(!label.isEmpty());
    QWidget* widget = field->widget();
    widget->setParent(this);
    if (!label.isEmpty() || widget->accessibleName().isEmpty())
        widget->setAccessibleName(label);
    m_label->setBuddy(widget);
    m_hintLine = makeWrapped({}, TypeRole::Small, Ink::Text2, this);
    m_errorRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_errorRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(4));
    row->addWidget(makeLineIcon(QStringLiteral("warning"), Ink::Bad, m_errorRow), 0, Qt::AlignTop);
    m_errorLine = makeWrapped({}, TypeRole::Small, Ink::Bad, m_errorRow);
    row->addWidget(m_errorLine, 1);
    column->addWidget(m_label);
    column->addWidget(widget);
    column->addWidget(m_hintLine);
    column->addWidget(m_errorRow);
    column->addStretch();
    showLabel();
    m_field->onShown = [this] { showLines(); };
    showLines();
}

FormField* FormField::required(bool on)
{
    m_required = on;
    showLabel();
    m_field->widget()->setAccessibleName(on ? tr("%1 (bắt buộc)").arg(m_text) : m_text);
    return this;
}

void FormField::showLabel()
{
    m_label->setText(m_required ? QStringLiteral("%1 <span style=\"color:%2\">*</span>").arg(m_text.toHtmlEscaped(), Theme::tokens().bad.text.name())
                                : m_text.toHtmlEscaped());
}

void FormField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        showLabel();
}

FormField* FormField::hint(const QString& hint)
{
    m_hint = hint;
    showLines();
    return this;
}

void FormField::setError(const QString& sentence)
{
    m_error = sentence;
    showLines();
}

void FormField::showLines()
{
    const QString problem = m_error.isEmpty() ? m_field->problem() : m_error;
    const QString reading = m_field->reading();
    const QString below = problem.isEmpty() ? (reading.isEmpty() ? m_hint : reading) : QString();
    const bool moves = m_errorRow->isHidden() != problem.isEmpty() || m_hintLine->isHidden() != below.isEmpty();
    if (const int held = property(kHeld).toInt(); moves && isVisible() && held < kMostHeld && QApplication::mouseButtons() != Qt::NoButton) {
        // What is pressed below must still be there when the mouse is let go.
        setProperty(kHeld, held + 1);
        QTimer::singleShot(kWhilePressed, this, &FormField::showLines);
        return;
    }
    setProperty(kHeld, 0);
    m_errorLine->setText(problem);
    m_errorRow->setVisible(!problem.isEmpty());
    m_hintLine->setText(below);
    m_hintLine->setVisible(!below.isEmpty());
    m_field->showError(!problem.isEmpty());
    m_field->widget()->setAccessibleDescription(problem.isEmpty() ? below : problem);
}

FormLayout::FormLayout(int columns, QWidget* parent) : QWidget(parent), m_columns(columns)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::px(8));
    m_grid->setVerticalSpacing(Theme::px(8));
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
}

FormField* FormLayout::add(const QString& label, Field* field, int span)
{
    auto* form = new FormField(label, field, this);
    add(form, span);
    return form;
}

void FormLayout::add(QWidget* widget, int span)
{
    span = std::min(span, m_columns);
    if (m_column + span > m_columns) {
        m_column = 0;
        ++m_row;
    }
    m_grid->addWidget(widget, m_row, m_column, 1, span);
    m_column += span;
}

void FormLayout::addSection(const QString& title)
{
    add(new Label(title, TypeRole::SmallStrong, Ink::Text2, this), m_columns);
}

void FormLayout::addText(const QString& text)
{
    add(makeWrapped(text, TypeRole::Small, Ink::Text2, this), m_columns);
}

}
