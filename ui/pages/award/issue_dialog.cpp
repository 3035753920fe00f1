// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/issue_dialog.h"

#include "domain/document_number.h"

#include <QBoxLayout>

namespace thidua::ui {

IssueDialog::IssueDialog(Request request, QWidget* parent) : QDialog(parent), m_request(std::move(request))
{
    setWindowTitle(m_request.title);
    setObjectName(QStringLiteral("issueDialog"));
    setMinimumWidth(Theme::px(480));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(16), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(12));
    column->addWidget(new Label(m_request.title, TypeRole::PanelTitle, Ink::Text, this));
    column->addWidget(makeWrapped(m_request.paper, TypeRole::Text, Ink::Text2, this));
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    column->addWidget(makeForm());
    m_whole = new Label({}, TypeRole::Strong, Ink::Text, this);
    column->addWidget(m_whole);
    column->addWidget(makeWrapped(m_request.consequence, TypeRole::Small, Ink::Text2, this));
    column->addStretch(1);
    column->addWidget(makeRule(this));
    column->addWidget(makeFoot());
    m_date->setValue(m_request.on);
    propose();
    m_number->setFocus();
    m_number->selectAll();
}

QWidget* IssueDialog::makeForm()
{
    m_number = new NumberField(0);
    m_number->setRange(1, 99999);
    m_suffix = new LineField;
    m_suffix->setMaxLength(3);
    m_date = new DateField;
    auto* form = new FormLayout(3, this);
    m_numberForm = form->add(tr("Số"), m_number)->required();
    m_suffixForm = form->add(tr("Chữ kèm số"), m_suffix)->hint(tr("chỉ khi chèn số, như 09A"));
    m_dateForm = form->add(tr("Ngày ban hành"), m_date)->required();
    m_number->setObjectName(QStringLiteral("issueNumber"));
    m_suffix->setObjectName(QStringLiteral("issueSuffix"));
    m_date->setObjectName(QStringLiteral("issueDate"));
    // addSlot() of a binder is not used here: three fields, and what they make together is shown under them.
    m_number->onChanged = [this] {
        m_typed = m_typed || !m_proposing;
        m_numberForm->setError({});
        showWhole();
    };
    m_suffix->onChanged = [this] {
        m_suffixForm->setError({});
        showWhole();
    };
    m_date->onChanged = [this] {
        m_dateForm->setError({});
        propose();
        showWhole();
    };
    return form;
}

QWidget* IssueDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    auto* cancel = makeButton(tr("Hủy"), {}, ButtonKind::Normal, foot);
    cancel->setObjectName(QStringLiteral("issueCancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* ok = makeButton(m_request.verb, QStringLiteral("stamp"), ButtonKind::Primary, foot);
    ok->setObjectName(QStringLiteral("issueNow"));
    ok->setDefault(true);
    connect(ok, &QPushButton::clicked, this, &IssueDialog::issue);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(ok);
    return foot;
}

void IssueDialog::propose()
{
    const auto day = m_date->value();
    if (m_typed || !day)
        return;
    if (const auto next = m_request.nextNumber(*day)) {
        m_proposing = true;
        m_number->setValue(*next);
        m_proposing = false;
    }
    showWhole();
}

void IssueDialog::showWhole()
{
    domain::DocumentNumber number;
    if (const auto value = m_number->value())
        number.number = static_cast<int>(*value);
    number.suffix = m_suffix->value();
    number.symbol = m_request.symbol;
    const QString day = m_date->value() ? tr(" ngày %1").arg(dateText(m_date->value())) : QString();
    m_whole->setText(number.number ? tr("Số: %1%2").arg(toQ(number.text()), day) : QString());
}

bool IssueDialog::isFilled()
{
    if (!m_number->value())
        m_numberForm->setError(tr("Xin ghi số của văn bản."));
    if (!m_date->value())
        m_dateForm->setError(tr("Xin ghi ngày ban hành."));
    if (!m_number->value())
        m_number->setFocus();
    else if (!m_date->value())
        m_date->setFocus();
    return m_number->value() && m_date->value();
}

void IssueDialog::issue()
{
    if (!isFilled())
        return;
    const auto issued = m_request.issue({static_cast<int>(*m_number->value()), m_suffix->value(), *m_date->value()});
    if (!issued) {
        showError(issued.error());
        return;
    }
    m_changes = issued->changes;
    accept();
}

void IssueDialog::showError(const Error& error)
{
    bool beside = false;
    for (const auto& issue : error.issues) {
        FormField* form = issue.field == "number"     ? m_numberForm
                          : issue.field == "suffix"   ? m_suffixForm
                          : issue.field == "issuedOn" ? m_dateForm
                                                      : nullptr;
        if (!form)
            continue;
        form->setError(sentenceOf(issue));
        form->field().widget()->setFocus();
        beside = true;
    }
    if (!beside)
        m_messages->show({Tone::Bad, tr("Chưa ban hành"), sentenceOf(error), {}, true, QStringLiteral("issue")});
}

}
