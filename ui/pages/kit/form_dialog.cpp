// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/form_dialog.h"

#include <QBoxLayout>

namespace thidua::ui {

FormDialog::FormDialog(const QString& name, const QString& title, const QString& text, QWidget* parent) : QDialog(parent)
{
    setObjectName(name);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
    column->setSpacing(Theme::px(12));
    column->addWidget(makeWrapped(title, TypeRole::PanelTitle, Ink::Text, this));
    if (!text.isEmpty())
        column->addWidget(makeWrapped(text, TypeRole::Text, Ink::Text2, this));
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(Theme::px(12));
    column->addLayout(m_parts);
    m_error = makeWrapped({}, TypeRole::Text, Ink::Bad, this);
    m_error->hide();
    column->addWidget(m_error);
    column->addStretch();
    m_verbs = new QHBoxLayout;
    m_verbs->setSpacing(Theme::px(8));
    m_cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, this);
    m_cancel->setObjectName(name + QStringLiteral(".cancel"));
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_verbs->addWidget(m_cancel);
    m_verbs->addStretch();
    column->addLayout(m_verbs);
    setMinimumWidth(Theme::px(460));
}

void FormDialog::addPart(QWidget* part)
{
    m_parts->addWidget(part);
}

QPushButton* FormDialog::addVerb(const QString& name, const QString& text, ButtonKind kind, std::function<void()> run)
{
    auto* button = makeButton(text, {}, kind, this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_verbs->addWidget(button);
    button->setDefault(kind == ButtonKind::Primary);
    return button;
}

void FormDialog::setCancelText(const QString& text)
{
    m_cancel->setText(text);
    m_cancel->setAccessibleName(text);
}

void FormDialog::showError(const QString& sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

TextDialog::TextDialog(const Words& words, OperationRunner& runner, std::function<bool(const std::string&)> done, QWidget* parent)
    : FormDialog(words.name, words.title, words.text, parent)
{
    auto* field = new LineField;
    field->setObjectName(words.name + QStringLiteral(".field"));
    field->setValue(words.initial.toStdString());
    auto* form = new FormField(words.label, field, this);
    form->required();
    field->onChanged = [form] { form->setError({}); };
    addPart(form);
    if (!words.cancel.isEmpty())
        setCancelText(words.cancel);
    const auto finish = [this, form, field, missing = words.missing, done = std::move(done)] {
        if (field->isBlank()) {
            form->setError(missing);
            field->setFocus();
            return;
        }
        showError({});
        if (done(field->value()))
            accept();
    };
    // Enter is enough even where something is taken away: nothing happens without the words that are asked for.
    addVerb(words.name + QStringLiteral(".verb"), words.verb, words.destroys ? ButtonKind::Danger : ButtonKind::Primary, finish)->setDefault(true);
    connect(&runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    field->setFocus();
}

}
