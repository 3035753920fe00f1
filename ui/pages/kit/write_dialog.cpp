// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/write_dialog.h"

#include "ui/widgets/least_height.h"

#include <QBoxLayout>

namespace thidua::ui {

WriteDialog::WriteDialog(OperationRunner& runner, const QString& title, const QString& about, const QString& name, QWidget* parent)
    : QDialog(parent), m_runner(runner)
{
    setObjectName(name);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(Theme::px(560));
    keepLeastHeight(this);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
    m_column->setSpacing(Theme::px(12));
    m_column->addWidget(new Label(title, TypeRole::PanelTitle, Ink::Text, this));
    m_column->addWidget(makeWrapped(about, TypeRole::Text, Ink::Text2, this));
    m_messages = new MessageArea(this);
    m_column->addWidget(m_messages);
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(Theme::px(8));
    m_foot->addStretch();
}

void WriteDialog::setForm(QWidget* fields, FormBinderBase& binder, const QString& verb, Write write)
{
    m_binder = &binder;
    m_write = std::move(write);
    m_column->addWidget(fields);
    m_column->addStretch(1);
    m_column->addWidget(makeRule(this));
    m_column->addLayout(m_foot);
    auto* ok = saving(makeButton(verb, {}, ButtonKind::Primary, this));
    ok->setObjectName(objectName() + QStringLiteral("Save"));
    ok->setDefault(true);
    connect(ok, &QPushButton::clicked, this, &WriteDialog::save);
    m_foot->addWidget(makeCancelButton(this, objectName() + QStringLiteral("Cancel"), this));
    m_foot->addWidget(ok);
}

void WriteDialog::addToFoot(QPushButton* button)
{
    m_foot->insertWidget(0, button);
}

bool WriteDialog::save()
{
    if (!m_binder->reveal()) {
        m_binder->focusFirstError();
        return false;
    }
    const auto written = m_write();
    if (!written) {
        showError(written.error());
        return false;
    }
    m_binder->markSaved();
    hide(); // the page that is read anew takes away what opened the dialog: that comes last
    m_runner.succeed(*written);
    accept();
    return true;
}

void WriteDialog::showError(const Error& error)
{
    const auto rest = error.issues.empty() ? std::vector<FieldIssue>{} : m_binder->showIssues(error.issues);
    if (error.issues.empty())
        m_messages->show({Tone::Bad, tr("Chưa ghi được"), sentenceOf(error), {}, true, QStringLiteral("refused")});
    else if (!rest.empty())
        m_messages->show({Tone::Bad, tr("Chưa ghi được"), sentenceOf(rest.front()), {}, true, QStringLiteral("refused")});
    m_binder->focusFirstError();
}

}
