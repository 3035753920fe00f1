// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/legal_text_form.h"

namespace thidua::ui::prepare {

LegalTextForm::LegalTextForm(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : QWidget(parent), m_file(file), m_shell(shell), m_fields(new LegalTextFields(file, this))
{
    build();
}

void LegalTextForm::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_title = new Label({}, TypeRole::Strong, Ink::Text, this);
    column->addWidget(m_title);
    column->addWidget(m_fields);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(8));
    auto* save = saving(makeButton(tr("Ghi văn bản"), QStringLiteral("check"), ButtonKind::Primary, this));
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, this);
    save->setObjectName(QStringLiteral("legalSave"));
    cancel->setObjectName(QStringLiteral("legalCancel"));
    row->addWidget(save);
    row->addWidget(cancel);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(1);
    connect(save, &QPushButton::clicked, this, &LegalTextForm::save);
    connect(cancel, &QPushButton::clicked, this, &LegalTextForm::cancelled);
}

void LegalTextForm::startNew()
{
    m_editing.reset();
    m_title->setText(tr("Văn bản mới cho kho căn cứ"));
    m_fields->start(newLegalText(), std::nullopt);
    m_fields->numberField()->setFocus(Qt::OtherFocusReason);
}

void LegalTextForm::startEdit(const services::Stored<domain::LegalText>& text)
{
    m_editing = text;
    m_title->setText(tr("Sửa văn bản trong kho"));
    m_fields->start(text.data, text.id);
    m_fields->numberField()->setFocus(Qt::OtherFocusReason);
}

void LegalTextForm::save()
{
    auto& binder = m_fields->binder();
    if (!binder.reveal())
        return;
    services::PlanService plans(m_file);
    const auto written = m_editing ? writtenBy(m_shell.runner, binder, m_editing->id.value(),
                                               [&] { return plans.editLegalText(m_editing->id, m_fields->draft(), m_editing->version); })
                                   : writtenBy(m_shell.runner, binder, {}, [&] { return plans.addLegalText(m_fields->draft()); });
    if (!written)
        return;
    binder.markSaved();
    emit done(*written);
}

}
